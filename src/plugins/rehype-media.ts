/**
 * Takes pictures that are videos or sounds by name, raw `<video>` and `<iframe>`, and leaves players that wait for their slide, each
 * with what paper shows instead, and links to embedded pages. Before the sanitiser, which lets no `<iframe>` through.
 */
import type { Element, Parents, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { lowerTrust, type Trust } from '../config/config.js';
import { defaultDeckOptions } from '../deck/options.js';
import { report } from '../diagnostics/report.js';
import { type Strings, selectStrings } from '../strings.js';
import { embedAddress, renderEmbed } from './media/embed.js';
import { delayAutoplay, renderPaperLine, replacePicture } from './media/media-element.js';

/** How far to trust the author. */
export interface MediaOptions {
  /** `full` shows embedded pages as such. */
  readonly trust?: Trust | undefined;
}

/** Elements that may hold a paragraph. */
const flowNames = new Set(
  'section article aside div blockquote li td th dd figure details main header footer center'.split(' '),
);

/**
 * Make players and links.
 *
 * before: img[src=clip.mp4][alt=A][autoplay]                          | iframe[src=https://b.c/d][title=T]
 * after:  video[src=clip.mp4][controls][data-autoplay], span.media-line "A Video: clip.mp4" | p.embed > a "T", span "b.c/d"
 */
export function rehypeMedia({ trust = 'default' }: MediaOptions = {}) {
  return (tree: Root, file: VFile): void => {
    const { lang, strings, trust: deckTrust } = file.data.deck ?? defaultDeckOptions;
    const words = selectStrings(lang, strings);
    const full = lowerTrust(trust, deckTrust) === 'full';
    visit(tree, 'element', (element, index, parent) => {
      if (isBackground(element)) return SKIP;
      if (element.tagName === 'img') replacePicture(element, file);
      if (!parent || index === undefined) return undefined;
      if (element.tagName === 'video' || element.tagName === 'audio') {
        return [SKIP, index + addPaperLine(element, index, parent, words)];
      }
      if (element.tagName === 'iframe')
        return [SKIP, index + replaceFrame({ element, index, parent, file, full })];
      return undefined;
    });
  };
}

/** What lies behind a slide is paint: it has no words and starts by itself. */
function isBackground({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('slide-background');
}

function addPaperLine(medium: Element, index: number, parent: Parents, strings: Strings): number {
  delayAutoplay(medium);
  if (medium.properties.ariaHidden !== 'true')
    parent.children.splice(index + 1, 0, renderPaperLine(medium, strings));
  return medium.properties.ariaHidden !== 'true' ? 2 : 1;
}

interface Frame {
  readonly element: Element;
  readonly index: number;
  readonly parent: Parents;
  readonly file: VFile;
  readonly full: boolean;
}

/** Put the link in the place of the page or, where the page may stay, behind it for paper; tells how many nodes that made. */
function replaceFrame({ element, index, parent, file, full }: Frame): number {
  const address = embedAddress(element);
  if (!address) return 1;
  const inFlow = parent.type === 'element' && flowNames.has(parent.tagName);
  const panel = renderEmbed(element, address, inFlow ? 'p' : 'span');
  if (full) {
    // `//host` in a page opened from the disk would be a file.
    element.properties.src = address.href;
    delete panel.properties.id;
    panel.properties.className = ['embed', 'print-only'];
    parent.children.splice(index + 1, 0, panel);
    return 2;
  }
  parent.children[index] = panel;
  // Whoever names the page knows that it becomes a link.
  if (element.properties.title) return 1;
  const reason = `Unexpected embedded page \`${address.href}\` without a title, expected words for the link it becomes`;
  report(file, 'embed-as-link', element, reason, {
    note: 'Write `<iframe src="…" title="What it shows">`. With `--trust full` the page itself is shown on screen.',
    actual: address.href,
  });
  return 1;
}
