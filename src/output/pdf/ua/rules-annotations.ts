/** Rules over annotations: links, fields, media. What is hidden or outside the page concerns nobody. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { inherited } from './content.js';
import type { UaFile, UaPage } from './file.js';
import { get, getPath, items, name, number, text } from './objects.js';
import { findOwner } from './owners.js';
import type { UaRule } from './rule.js';

/** Make a rule over the annotations that can be met, of some kinds or of all. */
function annotationRule(
  id: string,
  expected: string,
  concerns: (kind: string) => boolean,
  find: (annotation: PDFDict, file: UaFile) => string | undefined,
): UaRule {
  return {
    id,
    expected,
    check: (file) =>
      file.pages.flatMap((page) =>
        page.annotations
          .filter((annotation) => concerns(kindOf(annotation)) && isSeen(annotation, page))
          .flatMap((annotation) => {
            const found = find(annotation, file);
            return found === undefined ? [] : [{ found, page: page.number }];
          }),
      ),
  };
}

const kindOf = (annotation: PDFDict): string => name(get(annotation, 'Subtype')) ?? '';
const is =
  (...kinds: readonly string[]) =>
  (kind: string): boolean =>
    kinds.includes(kind);
const isNot =
  (...kinds: readonly string[]) =>
  (kind: string): boolean =>
    !kinds.includes(kind);

/** In an element of one role. */
const inside =
  (role: string) =>
  (annotation: PDFDict, file: UaFile): string | undefined => {
    const owner = findOwner(file, annotation);
    return owner?.role === role ? undefined : `one in ${owner?.role ?? 'no element'}`;
  };

const alternative = (annotation: PDFDict, file: UaFile): string | undefined =>
  text(get(findOwner(file, annotation)?.dict, 'Alt')) || undefined;

/** Rules of clause 7.18. */
export const annotationRules: readonly UaRule[] = [
  annotationRule(
    '7.18.1-1',
    'annotations in Annot',
    isNot('Widget', 'Link', 'PrinterMark', 'Popup', 'TrapNet'),
    inside('Annot'),
  ),
  annotationRule(
    '7.18.1-2',
    '`Contents`, or `Alt` of its element',
    isNot('Widget', 'Link', 'Popup', 'PrinterMark', 'TrapNet'),
    (annotation, file) =>
      text(get(annotation, 'Contents')) || alternative(annotation, file)
        ? undefined
        : `${kindOf(annotation)} without`,
  ),
  annotationRule('7.18.1-3', '`TU` for a field, or `Alt` of its element', is('Widget'), (annotation, file) =>
    text(get(annotation, 'TU')) || text(getPath(annotation, 'Parent', 'TU')) || alternative(annotation, file)
      ? undefined
      : 'a field without',
  ),
  annotationRule('7.18.2-1', 'no annotation of the kind TrapNet', is('TrapNet'), () => 'one'),
  {
    id: '7.18.3-1',
    expected: '`Tabs` by structure on pages with annotations',
    check: ({ pages }) =>
      pages
        .filter(({ dict, annotations }) => annotations.length > 0 && name(get(dict, 'Tabs')) !== 'S')
        .map(({ dict, number: page }) => ({
          found: `\`Tabs ${name(get(dict, 'Tabs')) ?? 'missing'}\``,
          page,
        })),
  },
  annotationRule('7.18.4-1', 'fields in Form', is('Widget'), inside('Form')),
  annotationRule('7.18.5-1', 'links in Link', is('Link'), inside('Link')),
  annotationRule('7.18.5-2', '`Contents` for every link', is('Link'), (annotation) =>
    text(get(annotation, 'Contents')) ? undefined : 'a link without',
  ),
  mediaRule('7.18.6.2-1', 'CT'),
  mediaRule('7.18.6.2-2', 'Alt'),
  annotationRule('7.18.7-1', '`F` and `UF` for the attached file', is('FileAttachment'), (annotation) =>
    text(getPath(annotation, 'FS', 'F')) && text(getPath(annotation, 'FS', 'UF')) ? undefined : 'one without',
  ),
  annotationRule(
    '7.18.8-1',
    'printer’s marks outside of the structure',
    is('PrinterMark'),
    (annotation, file) => (findOwner(file, annotation) ? 'one inside' : undefined),
  ),
];

/** A clip says of what type it is, and what it shows. */
function mediaRule(id: string, key: 'CT' | 'Alt'): UaRule {
  return {
    id,
    expected: `\`${key}\` for every media clip`,
    check: ({ objects }) =>
      objects
        .flatMap((object) => [object, get(object, 'C'), getPath(object, 'A', 'R', 'C')])
        .filter(
          (clip) =>
            name(get(clip, 'S')) === 'MCD' && (get(clip, key) === undefined || hasEmptyText(get(clip, key))),
        )
        .map(() => ({ found: 'a clip without' })),
  };
}

/** `Alt` is a list of languages and texts; a text of nothing says nothing. */
function hasEmptyText(value: ReturnType<typeof get>): boolean {
  const list = items(value);
  return list.length > 0 && list.every((entry, index) => index % 2 === 0 || text(entry) === '');
}

function isSeen(annotation: PDFDict, { dict }: UaPage): boolean {
  if (((number(get(annotation, 'F')) ?? 0) & 2) !== 0) return false;
  const box = (value: ReturnType<typeof get>) => items(value).map((one) => number(one) ?? 0);
  const [left = 0, bottom = 0, right = 0, top = 0] = box(get(annotation, 'Rect'));
  const page = box(inherited(dict, 'CropBox') ?? inherited(dict, 'MediaBox'));
  const [pageLeft = 0, pageBottom = 0, pageRight = 0, pageTop = 0] = page;
  return right > pageLeft && left < pageRight && top > pageBottom && bottom < pageTop;
}
