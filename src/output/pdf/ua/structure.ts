/** Takes the catalog of a PDF and leaves its structure tree: elements with their standard roles, in reading order. */
import { type PDFDict } from '@cantoo/pdf-lib';
import { asDict, get, keys, name, number, oneOrMany, text, type Value } from './objects.js';

/** One element of the structure. */
export interface StructElement {
  readonly dict: PDFDict;
  /** As written in the file. */
  readonly type: string;
  /** After the role map: a standard type, else what the map led to. */
  readonly role: string;
  readonly parent: StructElement | undefined;
  readonly children: readonly StructElement[];
  /** Objects such as annotations that belong to it. */
  readonly objects: readonly PDFDict[];
  /** Numbers of marked content with the page that holds it. */
  readonly content: readonly { readonly mcid: number; readonly page: Value }[];
  /** The language that holds here: its own, else its parent's. */
  readonly lang: string | undefined;
}

/** The structure of a document. */
export interface Structure {
  readonly root: PDFDict;
  /** All elements, parents before children. */
  readonly elements: readonly StructElement[];
  readonly roots: readonly StructElement[];
  /** Types that the role map leads round in a circle. */
  readonly circular: ReadonlySet<string>;
}

/** Types of ISO 32000-1, 14.8.4: what a role map must lead to. */
export const standardTypes: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP ' +
    'Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** Read the structure tree, or nothing where there is none. */
export function readStructure(catalog: PDFDict): Structure | undefined {
  const root = asDict(get(catalog, 'StructTreeRoot'));
  if (!root) return undefined;
  const roles = readRoles(get(root, 'RoleMap'));
  const elements: Building[] = [];
  const seen = new Set<PDFDict>();
  // A list instead of recursion: a tree may be deeper than the stack.
  const open: { dict: PDFDict; parent: Building | undefined }[] = [];
  const push = (holder: Value, parent: Building | undefined) => {
    const kids = readKids(holder).filter((kid) => isElement(kid));
    for (const dict of kids.toReversed()) open.push({ dict, parent });
  };
  const lang = text(get(catalog, 'Lang'));
  push(root, undefined);
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next.dict)) continue;
    seen.add(next.dict);
    const element = makeElement(next.dict, next.parent, roles, lang);
    elements.push(element);
    next.parent?.children.push(element);
    push(next.dict, element);
  }
  const circular = new Set([...roles.keys()].filter((type) => isCircular(type, roles)));
  return { root, elements, roots: elements.filter(({ parent }) => !parent), circular };
}

type Building = StructElement & { readonly children: StructElement[] };

function makeElement(
  dict: PDFDict,
  parent: Building | undefined,
  roles: ReadonlyMap<string, string>,
  documentLang: string | undefined,
): Building {
  const type = name(get(dict, 'S')) ?? '';
  const page = get(dict, 'Pg');
  const objects: PDFDict[] = [];
  const content: { mcid: number; page: Value }[] = [];
  for (const kid of oneOrMany(get(dict, 'K'))) {
    const mcid = number(kid) ?? number(get(kid, 'MCID'));
    const object = asDict(get(kid, 'Obj'));
    if (mcid !== undefined) content.push({ mcid, page: get(kid, 'Pg') ?? page });
    else if (object) objects.push(object);
  }
  return {
    dict,
    type,
    role: followRole(type, roles),
    parent,
    children: [],
    objects,
    content,
    lang: text(get(dict, 'Lang')) ?? parent?.lang ?? documentLang,
  };
}

function readKids(holder: Value): PDFDict[] {
  return oneOrMany(get(holder, 'K')).flatMap((kid) => asDict(kid) ?? []);
}

/** A kid with a type of structure; references to content and objects have none. */
function isElement(dict: PDFDict): boolean {
  const type = name(get(dict, 'Type'));
  return type !== 'MCR' && type !== 'OBJR' && get(dict, 'S') !== undefined;
}

/** Read the role map as written. */
export function readRoles(map: Value): Map<string, string> {
  return new Map(keys(map).map((type) => [type, name(get(map, type)) ?? '']));
}

/** Follow the map to the first standard type; a circle ends where it closes. */
function followRole(type: string, roles: ReadonlyMap<string, string>): string {
  const passed = new Set<string>();
  let role = type;
  while (!standardTypes.has(role) && !passed.has(role)) {
    passed.add(role);
    role = roles.get(role) ?? role;
  }
  return role;
}

function isCircular(type: string, roles: ReadonlyMap<string, string>): boolean {
  const passed = new Set<string>();
  let role: string | undefined = type;
  while (role !== undefined && !passed.has(role)) {
    passed.add(role);
    role = roles.get(role);
  }
  return role !== undefined;
}

/** Read an attribute of an element; its own attribute objects are asked, then those of its classes. */
export function attribute(element: StructElement, structure: Structure, key: string): Value {
  const own = oneOrMany(get(element.dict, 'A'));
  const classes = oneOrMany(get(element.dict, 'C')).flatMap((one) =>
    oneOrMany(get(get(structure.root, 'ClassMap'), name(one) ?? '')),
  );
  for (const object of [...own, ...classes]) {
    const value = get(object, key);
    if (value !== undefined) return value;
  }
  return undefined;
}
