/** THE pipeline, and the only file with `.use(`: what happens to a deck, in order. */
import type { Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { VFile } from 'vfile';
import { components } from './components/index.js';
import type { Config } from './config/config.js';
import type { Sources } from './deck/sources.js';
import { renderDocument } from './document/render-document.js';
import { rehypeAssets } from './plugins/rehype-assets.js';
import { rehypeCheckAccess } from './plugins/rehype-check-access.js';
import { rehypeCheckLinks } from './plugins/rehype-check-links.js';
import { rehypeDeckCss } from './plugins/rehype-deck-css.js';
import { rehypeHighlight } from './plugins/rehype-highlight.js';
import { rehypeHoistAsides } from './plugins/rehype-hoist-asides.js';
import { rehypeLineEnds } from './plugins/rehype-line-ends.js';
import { rehypeMath } from './plugins/rehype-math.js';
import { rehypeMedia } from './plugins/rehype-media.js';
import { rehypeNoteSteps } from './plugins/rehype-note-steps.js';
import { rehypeRawHtml } from './plugins/rehype-raw-html.js';
import { rehypeSanitize } from './plugins/rehype-sanitize.js';
import { rehypeSteps } from './plugins/rehype-steps.js';
import { rehypeStyles } from './plugins/rehype-styles.js';
import { rehypeTheme } from './plugins/rehype-theme.js';
import { remarkAgenda } from './plugins/remark-agenda.js';
import { remarkBrand } from './plugins/remark-brand.js';
import { remarkCallouts } from './plugins/remark-callouts.js';
import { remarkCheckCodeFences } from './plugins/remark-check-code-fences.js';
import { remarkCheckContent } from './plugins/remark-check-content.js';
import { remarkCheckDirectives } from './plugins/remark-check-directives.js';
import { remarkCheckFacts } from './plugins/remark-check-facts.js';
import { remarkCheckFootnotes } from './plugins/remark-check-footnotes.js';
import { remarkCheckHabits } from './plugins/remark-check-habits.js';
import { remarkCheckHtml } from './plugins/remark-check-html.js';
import { remarkCheckPrint } from './plugins/remark-check-print.js';
import { remarkCheckTables } from './plugins/remark-check-tables.js';
import { remarkCodeFiles } from './plugins/remark-code-files.js';
import { remarkComponents } from './plugins/remark-components.js';
import { remarkConditions } from './plugins/remark-conditions.js';
import { remarkDataFiles } from './plugins/remark-data-files.js';
import { remarkDeckOptions } from './plugins/remark-deck-options.js';
import { remarkDrawSlides } from './plugins/remark-draw-slides.js';
import { remarkEmoji } from './plugins/remark-emoji.js';
import { remarkFit } from './plugins/remark-fit.js';
import { remarkHeadingAttributes } from './plugins/remark-heading-attributes.js';
import { remarkHiddenCharacters } from './plugins/remark-hidden-characters.js';
import { remarkHoistAsides } from './plugins/remark-hoist-asides.js';
import { remarkHtmlQuotes } from './plugins/remark-html-quotes.js';
import { remarkIgnores } from './plugins/remark-ignores.js';
import { remarkImageAttributes } from './plugins/remark-image-attributes.js';
import { remarkIncludes } from './plugins/remark-includes.js';
import { remarkParseInParts } from './plugins/remark-parse-in-parts.js';
import { remarkRehearsal } from './plugins/remark-rehearsal.js';
import { remarkSlides } from './plugins/remark-slides.js';
import { remarkSourcePlaces } from './plugins/remark-source-places.js';
import { remarkSources } from './plugins/remark-sources.js';
import { remarkSyntax } from './plugins/remark-syntax.js';
import { remarkTalk } from './plugins/remark-talk.js';
import { remarkTalkSlides } from './plugins/remark-talk-slides.js';
import { remarkToHast } from './plugins/remark-to-hast.js';
import { remarkTrust } from './plugins/remark-trust.js';
import { remarkVariables } from './plugins/remark-variables.js';

/** Make the part that puts a deck together: its own text and those it includes, with the options and values of one talk. */
export function createSourceProcessor(config: Config, sources: Sources = new Map()) {
  return unified()
    .use(remarkParse)
    .use(remarkSyntax)
    .use(remarkParseInParts, config.memo)
    .use(remarkDeckOptions)
    .use(remarkCheckCodeFences)
    .use(remarkCheckDirectives)
    .use(remarkIncludes, sources, [remarkCheckCodeFences, remarkCheckDirectives], config.maxSize)
    .use(remarkTalk, config, sources)
    .use(remarkRehearsal, config, sources)
    .use(remarkBrand, sources)
    .use(remarkVariables);
}

/** Make the part that makes slides of it: mdast -> safe slides as hast, paths of media still as written. */
export function createTreeProcessor(config: Config, sources: Sources = new Map()) {
  return unified()
    .use(remarkParse)
    .use(remarkSyntax)
    .use(remarkParseInParts, config.memo)
    .use(remarkDataFiles, components, sources)
    .use(remarkTrust, config)
    .use(remarkCheckFootnotes)
    .use(remarkCheckTables)
    .use(remarkCheckHtml)
    .use(remarkConditions)
    .use(remarkImageAttributes)
    .use(remarkHeadingAttributes)
    .use(remarkHtmlQuotes)
    .use(remarkCallouts)
    .use(remarkSlides)
    .use(remarkIgnores)
    .use(remarkTalkSlides)
    .use(remarkCheckFacts, config)
    .use(remarkCheckContent)
    .use(remarkCheckHabits)
    .use(remarkHoistAsides)
    .use(remarkEmoji)
    .use(remarkAgenda)
    .use(remarkCodeFiles, sources)
    .use(remarkHiddenCharacters)
    .use(remarkComponents, components, sources, config.now)
    .use(config.remarkPlugins)
    .use(remarkSources)
    .use(remarkFit, components, sources, config)
    .use(remarkSourcePlaces)
    .use(remarkCheckPrint)
    .use(remarkDrawSlides, () => createSlideProcessor(config), config)
    .use(rehypeCheckAccess, config)
    .use(rehypeCheckLinks);
}

/** Make the part that draws a slide, by itself: mdast -> safe hast. */
function createSlideProcessor(config: Config): Processor {
  return unified()
    .use(remarkToHast, components, config)
    .use(rehypeLineEnds)
    .use(rehypeRawHtml)
    .use(rehypeHoistAsides)
    .use(rehypeStyles)
    .use(rehypeMedia, config)
    .use(rehypeHighlight)
    .use(rehypeMath)
    .use(config.rehypePlugins)
    .use(rehypeSteps)
    .use(rehypeNoteSteps)
    .use(rehypeSanitize, config) as unknown as Processor;
}

/** Make the whole pipeline: Markdown -> one HTML document. */
export function createProcessor(config: Config, sources: Sources): Processor {
  return createSourceProcessor(config, sources)
    .use(remarkRunTree, config, sources)
    .use(rehypeAssets, config, sources)
    .use(rehypeDeckCss, config, sources)
    .use(rehypeTheme, config, sources)
    .use(rehypeDocument, config, sources)
    .use(rehypeStringify) as unknown as Processor;
}

function remarkRunTree(config: Config, sources: Sources) {
  return (tree: Root, file: VFile): Promise<HastRoot> => createTreeProcessor(config, sources).run(tree, file);
}

function rehypeDocument(config: Config, sources: Sources) {
  return (tree: HastRoot, file: VFile): HastRoot => renderDocument(tree, file, config, sources);
}

function rehypeStringify(this: Processor): void {
  this.compiler = (tree) => toHtml(tree as HastRoot);
}
