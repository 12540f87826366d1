/**
 * Takes the words behind a code fence and leaves what they ask for: ```` ```ts title="app.ts" {1-3|5|all} numbers start=5 ````.
 * Also understood, since authors bring it along: a list of lines glued to the language, and reveal.js's `[712: 1-2|3]`.
 */

/** What an author asks of a code block. */
export interface CodeInfo {
  /** Lower case; empty where the author gave none. */
  readonly language: string;
  readonly title?: string | undefined;
  readonly numbers: boolean;
  /** Number of the first line. */
  readonly start: number;
  /** Whether lines that begin with `+` or `-` are changes. */
  readonly diff: boolean;
  /** Lines to stress, step by step, as written; unread. */
  readonly lines?: WrittenLines | undefined;
  /** Written as other tools write what they run or read as a directive: `{r}`, `{table}`. */
  readonly chunk?: boolean;
  /** Words that mean nothing here. */
  readonly unknown: readonly string[];
}

/** `1-3|5` as the author wrote it. */
export interface WrittenLines {
  readonly text: string;
  /** Counted from 1 whatever the first number is, as reveal.js does. */
  readonly fromOne: boolean;
}

/** Words an author may write behind the language. */
export const infoWords = ['title', 'numbers', 'start', 'diff'] as const;

type Settings = { -readonly [Name in keyof CodeInfo]: CodeInfo[Name] } & { unknown: string[] };

/** A group of lines, an option with its value, or a word. */
const token = /\{[^}]*\}|\[[^\]]*\]|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s{[]*)|[^\s{[]+|[{[]/g;

/**
 * Read an info string.
 *
 * @param language the first word, which may have the rest glued to it
 * @param meta what follows it
 */
export function readInfo(language: string, meta: string): CodeInfo {
  const chunk = readChunk(`${language} ${meta}`);
  if (chunk !== undefined) return { ...readInfo(chunk, ''), chunk: true };
  // Without a language the first word is the first option.
  const name = /^\.|=/.test(language) ? '' : (/^[^{[,:]*/.exec(language)?.[0] ?? '');
  const glued = name === '' ? language : (/[{[].*$/.exec(language)?.[0] ?? '');
  const settings: Settings = {
    language: name.toLowerCase(),
    numbers: false,
    start: 1,
    diff: isPatch(name.toLowerCase()),
    unknown: [],
  };
  for (const [word] of `${glued} ${meta}`.matchAll(token)) readWord(word, settings);
  return settings;
}

/** Read the language of a chunk that other tools run: `{r, echo=FALSE}`, `{.python}`; nothing for `{all|2}`, which are lines. */
export function readChunk(info: string): string | undefined {
  const [, name] = /^\{\s*[.=]?([a-z][\w+#-]*)(?![\w+#|-])[^}|]*\}/i.exec(info.trim()) ?? [];
  return name === undefined || /^all$/i.test(name) ? undefined : name;
}

/** Tell whether a language is that of changes: it has a grammar of its own, which knows the signs. */
export function isPatch(language: string): boolean {
  return language === 'diff' || language === 'patch';
}

function readWord(word: string, settings: Settings): void {
  if (/^[{[]./.test(word)) {
    readLines(word, settings);
    return;
  }
  const [, name = word, written = ''] = /^([\w-]+)=(.*)$/.exec(word) ?? [];
  const value = written.replace(/^(["'])(.*)\1$/, '$2');
  if (/^\.?(?:numbers|lines)$/.test(name)) settings.numbers = true;
  else if (/^\.?diff$/.test(name)) settings.diff = true;
  else if (name === 'title' && value !== '') settings.title = value;
  else if (name === 'start' && /^\d{1,6}$/.test(value)) {
    settings.start = Number(value);
    settings.numbers = true;
  } else settings.unknown.push(word);
}

function readLines(group: string, settings: Settings): void {
  const inner = group.slice(1, -1).trim();
  // reveal.js: `[712: 1-2|3]` numbers the lines from 712 and counts the stressed ones from 1.
  const offset = group.startsWith('[') ? /^(\d{1,6}):\s*(.*)$/.exec(inner) : undefined;
  if (offset) Object.assign(settings, { start: Number(offset[1]), numbers: true });
  settings.lines = { text: offset?.[2] ?? inner, fromOne: offset !== undefined && offset !== null };
}
