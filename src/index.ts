/** The public API: names only. */
export { compile, type DeckValue, listSources } from './compile.js';
export {
  type Config,
  type ConfigInput,
  type DocumentKind,
  normalizeConfig,
  type Trust,
} from './config/config.js';
export type {
  Paper,
  PerPage,
  PrintLayout,
  PrintSettings,
  SlideRange,
} from './config/print-settings.js';
export type { SlideFacts } from './deck/nodes.js';
export type { DeckOptions, SlideSize } from './deck/options.js';
export { deckOptions } from './deck/options.js';
// These declare what `file.data` holds; without a mention here a user's compiler would not see them.
export type { Sources } from './deck/sources.js';
export { ownTalkOptions } from './deck/talks.js';
export { createPalette, formatMessages, type PlainMessage, toPlainMessages } from './diagnostics/format.js';
export { hasErrors } from './diagnostics/report.js';
export { type Rule, type RuleId, rules, type Severity } from './diagnostics/rules.js';
export { type DirectiveFacts, directives } from './directives.js';
export type { PictureType } from './output/browser/take-pictures.js';
export { type BuildOptions, type BuildResult, build } from './output/build.js';
export { type DeckPath, findDecks } from './output/find-decks.js';
export { type ImageOptions, type ImageResult, images } from './output/images.js';
export { loadPackage } from './output/package-files.js';
export {
  type PrintedDocument,
  type PrintOptions,
  type PrintResult,
  print,
} from './output/print.js';
export { writeIndex } from './output/write-index.js';
export type { Asset } from './plugins/rehype-assets.js';
export type {} from './plugins/remark-deck-options.js';
export type {} from './plugins/remark-to-hast.js';
export { createProcessor } from './processor.js';
export { schemas } from './schemas.js';
export { languages } from './strings.js';
export { UserError, type UserErrorCode } from './user-error.js';
