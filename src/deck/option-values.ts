/** Takes a value as YAML gives it and leaves it checked, or nothing: one small function for each kind of front-matter value. */
import { rules, type Severity } from '../diagnostics/rules.js';
import { isStringName, type StringOverrides } from '../strings.js';

/** Width and height of a slide in CSS px. */
export interface SlideSize {
  readonly width: number;
  readonly height: number;
}

/** Accept a text or a number. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** Accept a text or a list of texts, joined by commas. */
export const textList = (value: unknown): string | undefined =>
  Array.isArray(value) && value.every((one) => text(one) !== undefined) ? value.join(', ') : text(value);

/** Accept a path or a list of paths. */
export const paths = (value: unknown): readonly string[] | undefined => {
  const list = Array.isArray(value) ? value : [value];
  return list.every((one) => typeof one === 'string' && one !== '') ? list : undefined;
};

/** Accept a name or a list of names. */
export const names = (value: unknown): readonly string[] | undefined => {
  const list = (Array.isArray(value) ? value : [value]).map(text);
  return list.every((one) => one !== undefined && one !== '') ? (list as string[]) : undefined;
};

/** Accept texts and numbers by the names of variables. */
export function parseVariables(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).map(([name, one]) => [name, text(one)] as const);
  const right = entries.every(([name, one]) => /^[\p{L}\p{N}.-]+$/u.test(name) && one !== undefined);
  return right ? Object.fromEntries(entries.map(([name, one]) => [name, one ?? ''])) : undefined;
}

/** Accept `true` or `false`. */
export const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** Accept `true`, `false` or one of the given words. */
export const flagOr =
  <T extends string>(...values: readonly T[]) =>
  (value: unknown): boolean | T | undefined =>
    flag(value) ?? values.find((one) => one === value);

/** Accept one of some words; `false` stands for `none`. */
export const choice =
  <T extends string>(...values: readonly T[]) =>
  (value: unknown): T | undefined =>
    values.find((one) => one === (value === false ? 'none' : value));

/** Accept a number in a range. */
export const count =
  (from: number, to: number) =>
  (value: unknown): number | undefined =>
    typeof value === 'number' && value >= from && value <= to ? value : undefined;

/** Sizes that have a name. */
export const namedSizes: Readonly<Record<string, SlideSize>> = {
  '16:9': { width: 1280, height: 720 },
  '16:10': { width: 1280, height: 800 },
  '4:3': { width: 960, height: 720 },
};

/** Read a slide size: a ratio by name, or `WIDTHxHEIGHT` in px, 320 to 7680 a side. */
export function parseSize(value: unknown): SlideSize | undefined {
  if (typeof value !== 'string') return undefined;
  const named = namedSizes[value];
  if (named) return named;
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(value);
  const width = Number(match?.[1]);
  const height = Number(match?.[2]);
  return width >= 320 && width <= 7680 && height >= 320 && height <= 7680 ? { width, height } : undefined;
}

/** Accept severities by rule id. */
export function parseRules(value: unknown): Readonly<Record<string, Severity | 'off'>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const known = ['error', 'warning', 'info', 'off'];
  const entries = Object.entries(value).map(([id, severity]) => [id, severity === false ? 'off' : severity]);
  const right = entries.every(
    ([id, severity]) => Object.hasOwn(rules, String(id)) && known.includes(severity),
  );
  return right ? Object.fromEntries(entries) : undefined;
}

/** Accept words by the names of the tables in `strings/`. */
export function parseStrings(value: unknown): StringOverrides | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const right = Object.entries(value).every(([name, word]) => isStringName(name) && typeof word === 'string');
  return right ? value : undefined;
}

/** Accept a BCP 47 tag. */
export const isLanguage = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value) ? value : undefined;

/** Accept a theme: its name, the path of a stylesheet, or a package such as `@acme/lectern-theme`. */
export const themeName = (value: unknown): string | undefined =>
  typeof value === 'string' && /^(?:[\w.@/ -]+\.css|(?:@[a-z0-9-]+\/)?[a-z][a-z0-9.-]*)$/.test(value)
    ? value
    : undefined;

/** Accept values by the names of tokens; names and values are judged where the theme is known. */
export function parseTokens(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  // `ink: #123456` without quotes is a comment to YAML, and the value is nothing.
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, text(one) ?? '']));
}
