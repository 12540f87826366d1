/** Takes the bytes of a content stream and leaves its operators with their operands: the lexical half of reading content. */

/** An operand: a number, a name (without its slash), a string's bytes, an array, a dictionary. */
export type Operand = number | string | Uint8Array | readonly Operand[] | ReadonlyMap<string, Operand>;

/** An operator and what stood before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

const space = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/** Read all operators; what is damaged is skipped, the rest is read on. */
export function readOperators(bytes: Uint8Array): Operation[] {
  const reader = new Reader(bytes);
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (typeof token === 'object' && 'operator' in token) {
      operations.push({ operator: token.operator, operands });
      operands = [];
      if (token.operator === 'ID') reader.skipImage();
    } else operands.push(token);
  }
  return operations;
}

type Token = Operand | { readonly operator: string };

class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** The next token, or nothing at the end. */
  next(): Token | undefined {
    this.skipSpace();
    const code = this.bytes[this.at];
    if (code === undefined) return undefined;
    const character = String.fromCharCode(code);
    if (character === '/') return this.readName();
    if (character === '(') return this.readString();
    if (character === '<') return this.bytes[this.at + 1] === 60 ? this.readDictionary() : this.readHex();
    if (character === '[') return this.readArray();
    if (delimiters.has(code)) {
      this.at += 1;
      return this.next();
    }
    const word = this.readWord();
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : { operator: word };
  }

  /** Inline image data may hold any byte: its end is `EI` between white space. */
  skipImage(): void {
    while (this.at < this.bytes.length) {
      const [before, e, i, after] = this.bytes.slice(this.at, this.at + 4);
      if (e === 69 && i === 73 && space.has(before ?? 0) && (after === undefined || space.has(after))) break;
      this.at += 1;
    }
    this.at += 3;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.bytes[this.at];
      if (code === 37)
        while (this.at < this.bytes.length && ![10, 13].includes(this.bytes[this.at] ?? 10)) this.at += 1;
      else if (code !== undefined && space.has(code)) this.at += 1;
      else return;
    }
  }

  private readWord(): string {
    const start = this.at;
    while (this.at < this.bytes.length) {
      const code = this.bytes[this.at] ?? 0;
      if (space.has(code) || delimiters.has(code)) break;
      this.at += 1;
    }
    return Buffer.from(this.bytes.subarray(start, this.at)).toString('latin1');
  }

  private readName(): string {
    this.at += 1;
    return this.readWord().replace(/#([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  private readArray(): Operand[] {
    this.at += 1;
    const list: Operand[] = [];
    for (;;) {
      this.skipSpace();
      if (this.at >= this.bytes.length) return list;
      if (this.bytes[this.at] === 93) break;
      const token = this.next();
      if (token !== undefined && !(typeof token === 'object' && 'operator' in token)) list.push(token);
    }
    this.at += 1;
    return list;
  }

  private readDictionary(): Map<string, Operand> {
    this.at += 2;
    const map = new Map<string, Operand>();
    let key: string | undefined;
    for (;;) {
      this.skipSpace();
      if (this.at >= this.bytes.length) return map;
      if (this.bytes[this.at] === 62) break;
      const token = this.next();
      const value = typeof token === 'object' && 'operator' in token ? token.operator : token;
      if (value === undefined) return map;
      // What stands where a key must be and is no name keeps its place, so that later pairs stay pairs.
      if (key === undefined) key = typeof value === 'string' ? value : '';
      else {
        map.set(key, value);
        key = undefined;
      }
    }
    this.at += 2;
    return map;
  }

  private readHex(): Uint8Array {
    const end = this.bytes.indexOf(62, this.at);
    const stop = end < 0 ? this.bytes.length : end;
    const digits = Buffer.from(this.bytes.subarray(this.at + 1, stop))
      .toString('latin1')
      .replaceAll(/[^\da-f]/gi, '');
    this.at = stop + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  private readString(): Uint8Array {
    const out: number[] = [];
    let depth = 1;
    for (this.at += 1; this.at < this.bytes.length; this.at += 1) {
      const code = this.bytes[this.at] ?? 0;
      if (code === 92) {
        this.readEscape(out);
        continue;
      }
      if (code === 40) depth += 1;
      if (code === 41) depth -= 1;
      if (depth === 0) break;
      out.push(code);
    }
    this.at += 1;
    return Uint8Array.from(out);
  }

  /** Read what a backslash stands before; the position is left on its last byte. */
  private readEscape(out: number[]): void {
    this.at += 1;
    const code = this.bytes[this.at] ?? 0;
    const plain = 'nrtbf'.indexOf(String.fromCharCode(code));
    if (plain >= 0) out.push([10, 13, 9, 8, 12][plain] ?? 0);
    else if (code >= 48 && code <= 55) {
      const digits =
        /^[0-7]{1,3}/.exec(Buffer.from(this.bytes.subarray(this.at, this.at + 3)).toString('latin1'))?.[0] ??
        '0';
      out.push(Number.parseInt(digits, 8) & 255);
      this.at += digits.length - 1;
    } else if (code === 13 || code === 10) {
      if (code === 13 && this.bytes[this.at + 1] === 10) this.at += 1;
    } else out.push(code);
  }
}
