/** The checks of a directive's options, under the name components know them by. */
export {
  type CheckedOptions,
  checkOptions,
  type OptionSpec,
  type OptionTable,
  readOptionsComment,
} from '../diagnostics/check-options.js';
