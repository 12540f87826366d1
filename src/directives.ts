/** Every directive of the language with what it takes: what the documentation and the editors' schemas are made from. */
import { components } from './components/index.js';
import { slideOptionTable } from './deck/slide-options.js';
import { type OptionTable } from './diagnostics/check-options.js';
import { agendaOptions } from './plugins/remark-agenda.js';
import { codeOptions } from './plugins/remark-code-files.js';
import { conditionOptions } from './plugins/remark-conditions.js';
import { includeOptions } from './plugins/remark-includes.js';

/** A directive as an author sees it. */
export interface DirectiveFacts {
  readonly name: string;
  /** `container` for `:::name … :::`, `leaf` for `::name`. */
  readonly form: 'container' | 'leaf';
  readonly summary: string;
  /** What it takes besides `#id` and `.class`. */
  readonly options: OptionTable;
}

/** All directives: those of slides, then the components in the order of the README. */
export const directives: readonly DirectiveFacts[] = [
  { name: 'slide', form: 'leaf', summary: 'Options of a slide', options: slideOptionTable },
  { name: 'stack', form: 'container', summary: 'Slides above one another, cut by `---`', options: {} },
  {
    name: 'only',
    form: 'container',
    summary: 'Blocks for some talks or audiences',
    options: conditionOptions,
  },
  {
    name: 'except',
    form: 'container',
    summary: 'Blocks for all other talks or audiences',
    options: conditionOptions,
  },
  { name: 'include', form: 'leaf', summary: 'Slides of another file', options: includeOptions },
  { name: 'agenda', form: 'leaf', summary: 'The sections as links', options: agendaOptions },
  { name: 'code', form: 'leaf', summary: 'Code from a file', options: codeOptions },
  ...components.map(({ name, form, summary, options }) => ({ name, form, summary, options })),
];
