/** Rules over language: wherever there are words for somebody to hear, it must be known in which language. */

import type { UaFile } from './file.js';
import { get, getPath, text, type Value } from './objects.js';
import { findOwner } from './owners.js';
import { documentRule, type UaProblem, type UaRule } from './rule.js';
import { elementRule } from './rules-structure.js';

const hasDocumentLanguage = ({ catalog }: UaFile): boolean => text(get(catalog, 'Lang')) !== undefined;

/** Make a rule that is met where the document has a language. */
function unlessDocumentLanguage(rule: UaRule): UaRule {
  return { ...rule, check: (file) => (hasDocumentLanguage(file) ? [] : rule.check(file)) };
}

/** Words that stand in an element instead of its content. */
function elementText(id: string, key: 'Alt' | 'ActualText' | 'E'): UaRule {
  return unlessDocumentLanguage(
    elementRule(id, `a language for \`${key}\``, [], ({ dict, lang }) =>
      text(get(dict, key)) !== undefined && lang === undefined ? `\`${key}\` without one` : undefined,
    ),
  );
}

/** Words that stand in marked content: its own language counts, those around it, and that of its element. */
function markText(id: string, key: 'Alt' | 'ActualText' | 'E'): UaRule {
  return unlessDocumentLanguage({
    id,
    expected: `a language for \`${key}\` of marked content`,
    check: (file) =>
      file.pages.flatMap((page) =>
        page.content
          .filter(({ kind, marks }) => kind === 'open' && marks.at(-1)?.properties.texts.includes(key))
          .filter(({ marks }) => !hasLanguage(file, page.dict, marks))
          .map((): UaProblem => ({ found: `\`${key}\` without one`, page: page.number })),
      ),
  });
}

/** Rules of clause 7.2 over language. */
export const languageRules: readonly UaRule[] = [
  unlessDocumentLanguage(
    documentRule('7.2-2', 'a language for the outline', ({ catalog }) =>
      getPath(catalog, 'Outlines', 'First') ? 'an outline without one' : undefined,
    ),
  ),
  elementText('7.2-21', 'ActualText'),
  elementText('7.2-22', 'Alt'),
  elementText('7.2-23', 'E'),
  unlessDocumentLanguage({
    id: '7.2-24',
    expected: 'a language for the words of annotations',
    check: (file) => annotationTexts(file, 'Contents'),
  }),
  unlessDocumentLanguage({
    id: '7.2-25',
    expected: 'a language for the names of fields',
    check: (file) => annotationTexts(file, 'TU'),
  }),
  documentRule('7.2-29', 'languages written as BCP 47 has them', ({ catalog, structure, pages }) => {
    const marks = pages.flatMap(({ content }) => content.flatMap((event) => event.marks));
    const written = [
      text(get(catalog, 'Lang')),
      ...(structure?.elements ?? []).map(({ dict }) => text(get(dict, 'Lang'))),
      ...marks.map(({ properties }) => properties.lang),
    ];
    const wrong = written.find((lang) => lang !== undefined && !isLanguage(lang));
    return wrong === undefined ? undefined : `\`${wrong}\``;
  }),
  markText('7.2-30', 'ActualText'),
  markText('7.2-31', 'Alt'),
  markText('7.2-32', 'E'),
  unlessDocumentLanguage(
    documentRule('7.2-33', 'a language for the title in the metadata', ({ xmp }) =>
      xmp && titleLanguages(xmp).every((lang) => lang === 'x-default') ? 'none but `x-default`' : undefined,
    ),
  ),
  unlessDocumentLanguage({
    id: '7.2-34',
    expected: 'a language for all text',
    check: (file) =>
      file.pages.flatMap((page): UaProblem[] => {
        const silent = page.content.some(
          ({ kind, marks }) =>
            kind === 'text' &&
            !marks.some(({ tag }) => tag === 'Artifact') &&
            !hasLanguage(file, page.dict, marks),
        );
        return silent ? [{ found: 'text without one', page: page.number }] : [];
      }),
  }),
];

/** List the languages that the metadata has the title in. */
function titleLanguages(xmp: string): string[] {
  const title = /<dc:title[^]*?<\/dc:title>/.exec(xmp)?.[0] ?? '';
  return [...title.matchAll(/xml:lang\s*=\s*["']([^"']*)["']/g)].map(([, lang = '']) => lang);
}

/** Tell whether a tag can be one: letters, then letters and digits between hyphens. */
function isLanguage(lang: string): boolean {
  return /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(lang);
}

function annotationTexts(file: UaFile, key: 'Contents' | 'TU'): UaProblem[] {
  return file.pages.flatMap(({ annotations, number: page }) =>
    annotations
      .filter((annotation) => text(get(annotation, key)) && findOwner(file, annotation)?.lang === undefined)
      .map(() => ({ found: `\`${key}\` without one`, page })),
  );
}

function hasLanguage(
  file: UaFile,
  page: Value,
  marks: UaFile['pages'][number]['content'][number]['marks'],
): boolean {
  if (marks.some(({ properties }) => properties.lang !== undefined)) return true;
  const mcids = marks.flatMap(({ properties }) => properties.mcid ?? []);
  return (file.structure?.elements ?? []).some(
    ({ lang, content }) =>
      lang !== undefined && content.some((one) => one.page === page && mcids.includes(one.mcid)),
  );
}
