/** Takes the text behind a picture and leaves what its leading `{…}` says; pure, so that the grammar can be tested as a table. */

/** What may be said of a video or a sound in one word. */
export type MediaFlag = 'autoplay' | 'controls' | 'loop' | 'muted';

/** What the braces behind a picture say. */
export interface ImageAttributes {
  readonly id: string | undefined;
  /** In the author's order; `left`, `right`, `center` and `decorative` have a meaning, others are the theme's. */
  readonly classes: readonly string[];
  /** A CSS length or percentage. */
  readonly width: string | undefined;
  readonly height: string | undefined;
  /** Words that say how a video or a sound plays. */
  readonly flags: readonly MediaFlag[];
  /** The picture that stands for a video until it plays, and on paper. */
  readonly poster: string | undefined;
  readonly invalidSizes: readonly { readonly key: string; readonly value: string }[];
  readonly unknownKeys: readonly string[];
  /** Characters from `{` to `}`, both counted. */
  readonly length: number;
}

const attribute =
  /[ \t]*(?:\.([\w-]+)|#([\w-]+)|(autoplay|controls|loop|muted)(?!\S)|([\w-]+)=(?:"([^"{}]*)"|'([^'{}]*)'|([^\s"'{}]+)))/y;
const knownKeys = ['width', 'height', 'poster'];
const size = /^(\d{1,4}(?:\.\d{1,3})?)(px|%|em)?$/;

/** Read `{width=40% .right #id}` at the start of a text, or nothing when it is not that. */
export function readImageAttributes(text: string): ImageAttributes | undefined {
  const end = text.indexOf('}');
  if (!text.startsWith('{') || end < 0) return undefined;
  const inner = text.slice(1, end).trimEnd();
  const matches = matchAll(inner);
  if (!matches) return undefined;
  const pairs = matches.flatMap(({ key, value }) => (key ? [{ key, value }] : []));
  const sizes = pairs.filter(({ key }) => key === 'width' || key === 'height');
  const sizeOf = (name: string) => parseSize(sizes.findLast(({ key }) => key === name)?.value);
  return {
    id: matches.findLast(({ id }) => id)?.id,
    classes: matches.flatMap(({ className }) => (className ? [className] : [])),
    width: sizeOf('width'),
    height: sizeOf('height'),
    flags: matches.flatMap(({ flag }) => (flag ? [flag] : [])),
    poster: pairs.findLast(({ key }) => key === 'poster')?.value,
    invalidSizes: sizes.filter(({ value }) => parseSize(value) === undefined),
    unknownKeys: pairs.flatMap(({ key }) => (knownKeys.includes(key) ? [] : [key])),
    length: end + 1,
  };
}

interface Attribute {
  readonly className: string | undefined;
  readonly id: string | undefined;
  readonly flag: MediaFlag | undefined;
  readonly key: string | undefined;
  readonly value: string;
}

/** All attributes, or nothing when some of the text is none: `{see below}` is prose. */
function matchAll(inner: string): Attribute[] | undefined {
  const found: Attribute[] = [];
  attribute.lastIndex = 0;
  let end = 0;
  while (end < inner.length) {
    const match = attribute.exec(inner);
    if (!match) return undefined;
    const [, className, id, flag, key, double, single, bare] = match;
    found.push({
      className,
      id,
      flag: flag as MediaFlag | undefined,
      key,
      value: double ?? single ?? bare ?? '',
    });
    end = attribute.lastIndex;
  }
  attribute.lastIndex = 0;
  return found.length > 0 ? found : undefined;
}

/** A bare number is px, as in HTML. */
function parseSize(value: string | undefined): string | undefined {
  const match = size.exec(value ?? '');
  return match ? `${match[1]}${match[2] ?? 'px'}` : undefined;
}
