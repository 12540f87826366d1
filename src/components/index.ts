/** The list of components. Deleting a folder and its line here removes a feature. */
import { bars } from './bars/index.js';
import { claims } from './claims/index.js';
import { codeCompare } from './code-compare/index.js';
import { columns } from './columns/index.js';
import { comparison } from './comparison/index.js';
import type { Component } from './component.js';
import { decide } from './decide/index.js';
import { faq } from './faq/index.js';
import { features } from './features/index.js';
import { handout } from './handout/index.js';
import { notes } from './notes/index.js';
import { proscons } from './proscons/index.js';
import { quote } from './quote/index.js';
import { sources } from './sources/index.js';
import { stats } from './stats/index.js';
import { steps } from './steps/index.js';
import { timeline } from './timeline/index.js';
import { users } from './users/index.js';

/** All components, in the order of the README. */
export const components: readonly Component[] = [
  notes,
  handout,
  columns,
  steps,
  comparison,
  timeline,
  proscons,
  decide,
  features,
  faq,
  quote,
  stats,
  bars,
  claims,
  codeCompare,
  users,
  sources,
] as readonly Component[];
