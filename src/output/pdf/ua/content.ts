/**
 * Takes a page and leaves what its content draws, in order: each event with the marked content around it and, for text,
 * the font and the codes shown. Forms are followed. A step of its own because tags, artifacts, languages and glyphs all ask it.
 */
import { decodePDFRawStream, type PDFDict, type PDFRawStream } from '@cantoo/pdf-lib';
import { asDict, asStream, get, name, oneOrMany, type Value } from './objects.js';
import { type Operand, readOperators } from './operators.js';

/** A piece of marked content that is open. */
export interface Mark {
  readonly tag: string;
  /** Its properties, written in place or named in the resources. */
  readonly properties: Properties;
}

/** Properties of marked content, as far as the rules ask for them. */
export interface Properties {
  readonly mcid?: number | undefined;
  readonly lang?: string | undefined;
  /** Which of `ActualText`, `Alt` and `E` are there. */
  readonly texts: readonly string[];
}

/** Something drawn, or marked content that opens. */
export interface ContentEvent {
  readonly kind: 'open' | 'text' | 'path' | 'image' | 'shading';
  readonly marks: readonly Mark[];
  /** The form it is drawn by, outermost first. */
  readonly forms: readonly PDFRawStream[];
  /** Text: the font and the bytes shown, and whether they are invisible. */
  readonly text?: { readonly font: PDFDict | undefined; readonly bytes: Uint8Array; readonly mode: number };
}

interface Scope {
  readonly resources: Value;
  readonly forms: readonly PDFRawStream[];
}

const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 's', 'S']);
const shows = new Set(['Tj', 'TJ', "'", '"']);

/** Read the content of a page. */
export function readContent(page: PDFDict): ContentEvent[] {
  const streams = oneOrMany(get(page, 'Contents')).flatMap((one) => asStream(one) ?? []);
  const bytes = Buffer.concat(streams.flatMap((stream) => [decode(stream), Buffer.from('\n')]));
  return run(bytes, { resources: inherited(page, 'Resources'), forms: [] }, []);
}

function run(bytes: Uint8Array, scope: Scope, around: readonly Mark[]): ContentEvent[] {
  const events: ContentEvent[] = [];
  const { forms } = scope;
  let marks = around;
  let font: PDFDict | undefined;
  let mode = 0;
  for (const { operator, operands } of readOperators(bytes)) {
    if (operator === 'BMC' || operator === 'BDC') {
      marks = [...marks, openMark(operands, scope.resources)];
      events.push({ kind: 'open', marks, forms });
    } else if (operator === 'EMC') marks = marks.length > around.length ? marks.slice(0, -1) : marks;
    else if (operator === 'Tf') font = asDict(get(get(scope.resources, 'Font'), nameOf(operands[0])));
    else if (operator === 'Tr') mode = Number(operands[0]);
    else if (shows.has(operator))
      events.push({ kind: 'text', marks, forms, text: { font, bytes: shown(operands), mode } });
    else if (paints.has(operator)) events.push({ kind: 'path', marks, forms });
    else if (operator === 'sh') events.push({ kind: 'shading', marks, forms });
    else if (operator === 'BI') events.push({ kind: 'image', marks, forms });
    else if (operator === 'Do') events.push(...draw(nameOf(operands[0]), scope, marks));
  }
  return events;
}

/** Draw an image, or run a form; a form inside itself is left out. */
function draw(object: string, { resources, forms }: Scope, marks: readonly Mark[]): ContentEvent[] {
  const stream = asStream(get(get(resources, 'XObject'), object));
  if (!stream) return [];
  if (name(get(stream, 'Subtype')) !== 'Form') return [{ kind: 'image', marks, forms }];
  if (forms.includes(stream)) return [];
  const scope = { resources: get(stream, 'Resources') ?? resources, forms: [...forms, stream] };
  return run(decode(stream), scope, marks);
}

/** A name as an operand; anything else names nothing. */
function nameOf(operand: Operand | undefined): string {
  return typeof operand === 'string' ? operand : '';
}

function openMark([tag, written]: readonly Operand[], resources: Value): Mark {
  const named = typeof written === 'string' ? get(get(resources, 'Properties'), written) : undefined;
  const dict = written instanceof Map ? written : fromDict(named);
  const mcid = dict.get('MCID');
  const lang = dict.get('Lang');
  return {
    tag: nameOf(tag),
    properties: {
      mcid: typeof mcid === 'number' ? mcid : undefined,
      lang: lang instanceof Uint8Array ? Buffer.from(lang).toString('latin1') : undefined,
      texts: ['ActualText', 'Alt', 'E'].filter((key) => dict.has(key)),
    },
  };
}

function fromDict(value: Value): Map<string, Operand> {
  const map = new Map<string, Operand>();
  for (const key of asDict(value)?.keys() ?? []) {
    const entry = get(value, key.decodeText());
    if (entry && 'asNumber' in entry && typeof entry.asNumber === 'function')
      map.set(key.decodeText(), Number(entry.asNumber()));
    else if (entry && 'asBytes' in entry && typeof entry.asBytes === 'function')
      map.set(key.decodeText(), entry.asBytes() as Uint8Array);
    else map.set(key.decodeText(), '');
  }
  return map;
}

/** Join the strings that an operator shows; the numbers between them only move. */
function shown(operands: readonly Operand[]): Uint8Array {
  const parts = operands.flat().filter((one): one is Uint8Array => one instanceof Uint8Array);
  return Buffer.concat(parts);
}

/** Decode a stream; one that cannot be read draws nothing. */
export function decode(stream: PDFRawStream): Uint8Array {
  try {
    return get(stream, 'Filter') === undefined ? stream.contents : decodePDFRawStream(stream).decode();
  } catch {
    return new Uint8Array();
  }
}

/** Read an entry that pages take from the nodes above them. */
export function inherited(page: PDFDict, key: string): Value {
  for (let node: PDFDict | undefined = page, depth = 0; node && depth < 50; depth += 1) {
    const value = get(node, key);
    if (value !== undefined) return value;
    node = asDict(get(node, 'Parent'));
  }
  return undefined;
}
