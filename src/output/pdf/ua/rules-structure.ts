/** Rules over the structure tree: types, what may stand in what, headings, texts for pictures, notes. */
import { get, text } from './objects.js';
import { documentRule, type UaRule } from './rule.js';
import { readRoles, type StructElement, standardTypes } from './structure.js';

/** Make a rule over every element of some roles: the check names what is wrong with one. */
export function elementRule(
  id: string,
  expected: string,
  roles: readonly string[],
  find: (element: StructElement) => string | undefined,
): UaRule {
  return {
    id,
    expected,
    check: ({ structure }) =>
      (structure?.elements ?? [])
        .filter((element) => roles.length === 0 || roles.includes(element.role))
        .flatMap((element) => {
          const found = find(element);
          return found === undefined ? [] : [{ found }];
        }),
  };
}

/** An element of one role holds only certain others. */
function holdsOnly(id: string, role: string, allowed: string): UaRule {
  const roles = allowed.split(' ');
  return elementRule(id, `only ${roles.join(', ')} in ${role}`, [role], ({ children }) => {
    const stranger = children.find((child) => !roles.includes(child.role));
    return stranger && `${stranger.role} in it`;
  });
}

/** An element of one role stands only in certain others. */
function standsIn(id: string, role: string, allowed: string): UaRule {
  const roles = allowed.split(' ');
  return elementRule(id, `${role} only in ${roles.join(', ')}`, [role], ({ parent }) =>
    parent && roles.includes(parent.role) ? undefined : `${role} in ${parent?.role ?? 'the root'}`,
  );
}

const count = (element: StructElement, role: string): number =>
  element.children.filter((child) => child.role === role).length;

/** A caption is first (or last) where it stands. */
function captionAtEdge(element: StructElement, last: boolean): string | undefined {
  const at = element.children.findIndex((child) => child.role === 'Caption');
  const edges = last ? [-1, 0, element.children.length - 1] : [-1, 0];
  return edges.includes(at) ? undefined : 'a caption in the middle';
}

/** Which element may stand where: clause 7.2, tests 3 to 20, 26, 27 and 36 to 40. */
const nestingRules: readonly UaRule[] = [
  holdsOnly('7.2-3', 'Table', 'TR THead TBody TFoot Caption'),
  standsIn('7.2-4', 'TR', 'Table THead TBody TFoot'),
  standsIn('7.2-5', 'THead', 'Table'),
  standsIn('7.2-6', 'TBody', 'Table'),
  standsIn('7.2-7', 'TFoot', 'Table'),
  standsIn('7.2-8', 'TH', 'TR'),
  standsIn('7.2-9', 'TD', 'TR'),
  holdsOnly('7.2-10', 'TR', 'TH TD'),
  elementRule('7.2-11', 'one THead in a table', ['Table'], (table) =>
    count(table, 'THead') > 1 ? 'a second' : undefined,
  ),
  elementRule('7.2-12', 'one TFoot in a table', ['Table'], (table) =>
    count(table, 'TFoot') > 1 ? 'a second' : undefined,
  ),
  elementRule('7.2-13', 'TBody beside TFoot', ['Table'], (table) =>
    count(table, 'TFoot') > 0 && count(table, 'TBody') === 0 ? 'a table without' : undefined,
  ),
  elementRule('7.2-14', 'TBody beside THead', ['Table'], (table) =>
    count(table, 'THead') > 0 && count(table, 'TBody') === 0 ? 'a table without' : undefined,
  ),
  elementRule('7.2-16', 'the caption of a table first or last', ['Table'], (table) =>
    captionAtEdge(table, true),
  ),
  standsIn('7.2-17', 'LI', 'L'),
  standsIn('7.2-18', 'LBody', 'LI'),
  holdsOnly('7.2-19', 'L', 'L LI Caption'),
  holdsOnly('7.2-20', 'LI', 'Lbl LBody'),
  standsIn('7.2-26', 'TOCI', 'TOC'),
  holdsOnly('7.2-27', 'TOC', 'TOC TOCI Caption'),
  elementRule('7.2-28', 'the caption of a table of contents first', ['TOC'], (toc) =>
    captionAtEdge(toc, false),
  ),
  holdsOnly('7.2-36', 'THead', 'TR'),
  holdsOnly('7.2-37', 'TBody', 'TR'),
  holdsOnly('7.2-38', 'TFoot', 'TR'),
  elementRule('7.2-39', 'one caption in a table', ['Table'], (table) =>
    count(table, 'Caption') > 1 ? 'a second' : undefined,
  ),
  elementRule('7.2-40', 'the caption of a list first', ['L'], (list) => captionAtEdge(list, false)),
];

/** A text that says in words what a picture or a formula shows. */
function hasText({ dict }: StructElement): boolean {
  return Boolean(text(get(dict, 'Alt'))) || text(get(dict, 'ActualText')) !== undefined;
}

const headingRank = (role: string): number => Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);

/** Headings begin with H1 and go down one rank at a time. */
const headingOrder = documentRule('7.4.2-1', 'heading ranks that skip none', ({ structure }) => {
  let last = 0;
  for (const { role } of structure?.elements ?? []) {
    const rank = headingRank(role);
    if (rank === 0) continue;
    if (rank > last + 1) return last === 0 ? `H${rank} as the first heading` : `H${rank} after H${last}`;
    last = rank;
  }
  return undefined;
});

const usesBoth = (elements: readonly StructElement[]): boolean =>
  elements.some(({ role }) => role === 'H') && elements.some(({ role }) => headingRank(role) > 0);

/** Rules of clauses 7.1 to 7.9 over single elements. */
export const structureRules: readonly UaRule[] = [
  elementRule('7.1-5', 'types that lead to standard ones', [], ({ role, type }) =>
    standardTypes.has(role) ? undefined : `type \`${type}\``,
  ),
  documentRule('7.1-6', 'a role map without circles', ({ structure }) => {
    const [type] = structure?.circular ?? [];
    return type && `a circle at \`${type}\``;
  }),
  documentRule('7.1-7', 'standard types that are not mapped anew', ({ structure }) => {
    const type = [...readRoles(get(structure?.root, 'RoleMap')).keys()].find((key) => standardTypes.has(key));
    return type && `\`${type}\` in the role map`;
  }),
  ...nestingRules,
  elementRule('7.3-1', '`Alt` or `ActualText` for every figure', ['Figure'], (element) =>
    hasText(element) ? undefined : 'a figure without',
  ),
  headingOrder,
  elementRule('7.4.4-1', 'one H in an element', [], (element) =>
    count(element, 'H') > 1 ? 'a second' : undefined,
  ),
  documentRule('7.4.4-2', 'H or H1 to H6, not both', ({ structure }) =>
    usesBoth(structure?.elements ?? []) ? 'H beside numbered headings' : undefined,
  ),
  documentRule('7.4.4-3', 'H1 to H6 or H, not both', ({ structure }) =>
    usesBoth(structure?.elements ?? []) ? 'numbered headings beside H' : undefined,
  ),
  elementRule('7.7-1', '`Alt` or `ActualText` for every formula', ['Formula'], (element) =>
    hasText(element) ? undefined : 'a formula without',
  ),
  elementRule('7.9-1', 'an `ID` for every note', ['Note'], ({ dict }) =>
    text(get(dict, 'ID')) ? undefined : 'a note without',
  ),
  documentRule('7.9-2', 'one note for each `ID`', ({ structure }) => {
    const notes = (structure?.elements ?? []).filter(({ role }) => role === 'Note');
    const ids = notes.flatMap(({ dict }) => text(get(dict, 'ID')) ?? []);
    return new Set(ids).size === ids.length ? undefined : 'one of two notes';
  }),
];
