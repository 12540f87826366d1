/**
 * Takes pictures with `{width=40% .right}` behind them and leaves pictures with that size and those classes; a picture
 * that has a paragraph to itself becomes a figure. On mdast, since `{…}` is plain text to every other step.
 */
import type { Properties } from 'hast';
import type { Image, ImageReference, Node, Paragraph, Parent, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { suggestNote } from '../diagnostics/suggest.js';
import { definitionTitles } from './image/definition-titles.js';
import { type ImageAttributes, readImageAttributes } from './image/read-image-attributes.js';

/** A picture that stands alone, with its title as caption. */
export interface Figure extends Parent {
  type: 'figure';
  children: (Image | ImageReference | FigureCaption)[];
}

/** The words under a picture. */
export interface FigureCaption extends Parent {
  type: 'figureCaption';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    figure: Figure;
    figureCaption: FigureCaption;
  }
  interface BlockContentMap {
    figure: Figure;
  }
}

type Picture = Image | ImageReference;

/**
 * Give pictures their attributes and their figures.
 *
 * before: paragraph > image[title=T], text "{width=40% .right}"
 * after:  figure{figure.image.right, width: 40%} > image, figureCaption{figcaption} > text "T"
 */
export function remarkImageAttributes() {
  return (tree: Root, file: VFile): void => {
    const attributes = new Map<Picture, ImageAttributes>();
    visit(tree, (node, index, parent) => {
      if (!isPicture(node)) return;
      const next = parent?.children[(index ?? 0) + 1];
      const found = next?.type === 'text' ? takeAttributes(next, file) : undefined;
      if (found) {
        attributes.set(node, found);
        if (next?.type === 'text' && next.value === '') parent?.children.splice((index ?? 0) + 1, 1);
        applyAttributes(node, found);
      }
      checkAlt(node, found, file);
    });
    makeFigures(tree, attributes);
  };
}

function isPicture(node: Node): node is Picture {
  return node.type === 'image' || node.type === 'imageReference';
}

/** Cut `{…}` off the start of a text, keeping its position right. */
function takeAttributes(text: Text, file: VFile): ImageAttributes | undefined {
  const read = readImageAttributes(text.value);
  if (!read) {
    reportUnread(text, file);
    return undefined;
  }
  for (const size of read.invalidSizes) {
    const reason = `Unexpected ${size.key} \`${size.value}\`, expected a number of px, % or em`;
    report(file, 'image-size', text, reason, { actual: size.value, note: 'Write `width=40%`.' });
  }
  for (const key of read.unknownKeys) {
    const reason = `Unexpected option \`${key}\` of a picture, expected \`width\` or \`height\``;
    report(file, 'image-option-unknown', text, reason, {
      actual: key,
      expected: ['width', 'height'],
      note: suggestNote(key, ['width', 'height']),
    });
  }
  text.value = text.value.slice(read.length);
  const { position } = text;
  if (position) {
    const { line, column, offset } = position.start;
    const start = { line, column: column + read.length, offset: (offset ?? 0) + read.length };
    text.position = { start, end: position.end };
  }
  return read;
}

/** Braces with a size or class that cannot be read stay on the slide as text, which nobody meant; `{see below}` is text. */
function reportUnread(text: Text, file: VFile): void {
  const [written] = /^\{\s*(?:[.#]|[\w-]+\s*=)[^{}\n]*\}?/.exec(text.value) ?? [];
  if (written === undefined) return;
  report(
    file,
    'image-option-unknown',
    text,
    `Unexpected \`${written}\` behind a picture, expected \`{width=40% .right}\``,
    {
      actual: written,
      note: 'Write no blank inside a value, or quote it; it is shown as text.',
    },
  );
}

function applyAttributes(picture: Picture, attributes: ImageAttributes): void {
  const { id, classes, width, height } = attributes;
  setProperties(picture, { id, classes, style: { width, height }, media: mediaProperties(attributes) });
}

/** How a video or a sound plays; on a picture `rehypeMedia` reports it. */
function mediaProperties({ flags, poster }: ImageAttributes): Properties {
  const named = flags.map((flag) => [flag === 'autoplay' ? 'autoPlay' : flag, true]);
  return { ...Object.fromEntries(named), ...(poster && { poster }) };
}

function checkAlt(picture: Picture, attributes: ImageAttributes | undefined, file: VFile): void {
  if (picture.alt || attributes?.classes.includes('decorative')) return;
  report(
    file,
    'image-alt-missing',
    picture,
    'Unexpected picture without words, expected `![what it shows](…)`',
    {
      note: 'Say what the picture shows, or mark it `{.decorative}` if it shows nothing that matters.',
    },
  );
}

function makeFigures(tree: Root, attributes: ReadonlyMap<Picture, ImageAttributes>): void {
  const titles = definitionTitles(tree);
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const picture = onlyPicture(paragraph);
    if (!picture || !parent || index === undefined) return;
    const title = picture.type === 'image' ? picture.title : titles.get(picture.identifier);
    // The caption says it already; a tooltip would say it twice.
    if (picture.type === 'image') picture.title = undefined;
    parent.children[index] = makeFigure(paragraph, picture, title ?? '', attributes.get(picture));
  });
}

/** The picture of a paragraph that holds nothing else but blanks. */
function onlyPicture(paragraph: Paragraph): Picture | undefined {
  const solid = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first] = solid;
  return solid.length === 1 && first && isPicture(first) ? first : undefined;
}

function makeFigure(
  paragraph: Paragraph,
  picture: Picture,
  title: string,
  attributes: ImageAttributes | undefined,
): Figure {
  const { position } = paragraph;
  const figure: Figure = { type: 'figure', children: [picture], data: { hName: 'figure' }, position };
  const classes = ['image', ...(attributes?.classes ?? [])];
  setProperties(figure, { id: attributes?.id, classes, style: { width: attributes?.width } });
  if (attributes) {
    // A share of the slide counts from the figure; the picture then fills it, else `.right` would shrink it twice.
    const width = attributes.width && '100%';
    const style = { width, height: attributes.height };
    setProperties(picture, { id: undefined, classes: [], style, media: mediaProperties(attributes) });
  }
  if (title) {
    const text: Text = { type: 'text', value: title, position: picture.position };
    figure.children.push({
      type: 'figureCaption',
      children: [text],
      data: { hName: 'figcaption' },
      position: picture.position,
    });
  }
  return figure;
}

interface PictureProperties {
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly style: { readonly width?: string | undefined; readonly height?: string | undefined };
  readonly media?: Properties;
}

function setProperties(node: Picture | Figure, { id, classes, style, media }: PictureProperties): void {
  const declarations = Object.entries(style).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  node.data = {
    ...node.data,
    hProperties: {
      ...(id && { id }),
      ...(classes.length > 0 && { className: [...classes] }),
      ...(declarations.length > 0 && { style: declarations.join('; ') }),
      ...media,
    },
  };
}
