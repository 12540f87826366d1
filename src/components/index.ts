/** The list of components. Deleting a folder and its line here removes a feature. */
import { columns } from './columns/index.js';
import { comparison } from './comparison/index.js';
import type { Component } from './component.js';
import { handout } from './handout/index.js';
import { notes } from './notes/index.js';
import { steps } from './steps/index.js';
import { timeline } from './timeline/index.js';

/** All components, in the order of the README. */
export const components: readonly Component[] = [
  notes,
  handout,
  columns,
  steps,
  comparison,
  timeline,
] as readonly Component[];
