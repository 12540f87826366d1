/**
 * Takes YAML and leaves the parsed document, whatever was written: nesting that would overflow the stack (or make the parser
 * compile an endless expression, which ends the process) is an error of the document like any other. Shared by front matter,
 * options comments and data files; it lies here since all of them may import this folder.
 */
import { Composer, type Document, Lexer, type LineCounter, Parser, YAMLParseError } from 'yaml';

/** Far deeper than anything a person writes, far from where the parser fails. */
const deepest = 64;

/** How to read YAML. */
export interface YamlOptions {
  /** Learns where lines begin. */
  readonly lineCounter?: LineCounter;
  /** Whether a second key is an error; those who can name a better cure look for it themselves. */
  readonly uniqueKeys?: boolean;
}

/** Parse the first document of a YAML text; its `errors` say what is wrong with it. Line ends are `\n`. */
export function parseYaml(text: string, options: YamlOptions = {}): Document.Parsed {
  const { lineCounter } = options;
  const parser = new Parser(lineCounter?.addNewLine);
  lineCounter?.addNewLine(0);
  const tokens = [];
  let offset = 0;
  let tooDeep = false;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    offset += lexeme.length;
    tooDeep = parser.stack.length > deepest;
    if (tooDeep) break;
  }
  if (!tooDeep) tokens.push(...parser.end());
  const composer = new Composer({ ...options, logLevel: 'silent' });
  const [document] = composer.compose(tooDeep ? [] : tokens, true, text.length);
  if (!document) throw new Error('The composer makes a document also of nothing');
  if (tooDeep) {
    const reason = `Values are nested more than ${deepest} deep`;
    document.errors.unshift(new YAMLParseError([offset, offset], 'BAD_COLLECTION_TYPE', reason));
  }
  // `!!js/function x` is the text `x` to the parser: whoever wrote it meant something else.
  const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
  document.errors.push(...tags.map(({ pos, code, message }) => new YAMLParseError(pos, code, message)));
  return document;
}

/** What an author can do about the slips that the parser names in its own words. */
const cures: Readonly<Partial<Record<YAMLParseError['code'], string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put a value that holds a colon in quotes: `title: "My talk: a start"`.',
  TAB_AS_INDENT: 'Indent with spaces: YAML knows no tabs.',
  MULTILINE_IMPLICIT_KEY: 'Write `key: value`, each key on a line of its own.',
  TAG_RESOLVE_FAILED: 'Write the value without `!name`: such tags mean nothing here.',
  BAD_INDENT: 'Keys of one level begin in the same column.',
};

/** Say what is wrong with a YAML text as a sentence, without the place: the cure where there is one. */
export function explainYaml({ code, message }: YAMLParseError): string {
  const written = `${message.replace(/ at line [^]*$/, '').replace(/\.$/, '')}.`;
  if (isOpenQuote({ code, message })) return 'Close the quote at the end of the value.';
  const [, bracket] = /end with a (.)/.exec(message) ?? [];
  if (bracket) return `Close the list with \`${bracket}\`.`;
  return cures[code] ?? written;
}

/** Tell whether a quote is never closed: then the parser's place is the end of the text. */
export function isOpenQuote({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): boolean {
  return code === 'MISSING_CHAR' && /quote/.test(message);
}
