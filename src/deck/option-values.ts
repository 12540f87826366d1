/** Takes a value as YAML gives it and leaves it checked, or nothing: one small function for each kind of front-matter value. */

import { kind } from '../config/json-schema.js';
import { rules, type Severity } from '../diagnostics/rules.js';
import { lookUp } from '../look-up.js';
import { isStringName, type StringOverrides, stringNames } from '../strings.js';

/** Width and height of a slide in CSS px. */
export interface SlideSize {
  readonly width: number;
  readonly height: number;
}

const texts = { type: ['string', 'number'] } as const;
const path = { type: 'string', minLength: 1 } as const;
const mapOf = (schema: object, names?: object) => ({
  type: 'object',
  ...(names && { propertyNames: names }),
  additionalProperties: schema,
});

/** Accept a text or a number. */
export const text = kind(texts, (value) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined,
);

/** Accept a text or a list of texts, joined by commas. */
export const textList = kind({ anyOf: [texts, { type: 'array', items: texts }] }, (value) =>
  Array.isArray(value) && value.every((one) => text(one) !== undefined) ? value.join(', ') : text(value),
);

/** Accept a path or a list of paths. */
export const paths = kind({ anyOf: [path, { type: 'array', items: path }] }, (value) => {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.every((one): one is string => typeof one === 'string' && one !== '') ? list : undefined;
});

const name = { anyOf: [path, { type: 'number' }] };

/** Accept a name or a list of names. */
export const names = kind<readonly string[]>(
  { anyOf: [...name.anyOf, { type: 'array', items: name }] },
  (value) => {
    const list = (Array.isArray(value) ? value : [value]).map((one) => text(one));
    return list.every((one): one is string => one !== undefined && one !== '') ? list : undefined;
  },
);

/** Letters, digits, `.` and `-`, said by what they are not: readers of schemas do not all know the properties of letters. */
const variableNames = '^[^\\s!"#$%&\'()*+,/:;<=>?@\\[\\]^`{|}~\\\\_]+$';

/** Accept texts and numbers by the names of variables. */
export const parseVariables = kind(mapOf(texts, { pattern: variableNames }), (value) => {
  if (!isMapping(value)) return undefined;
  const entries = Object.entries(value).map(([key, one]) => [key, text(one)] as const);
  const right = entries.every(([key, one]) => /^[\p{L}\p{N}.-]+$/u.test(key) && one !== undefined);
  return right ? Object.fromEntries(entries.map(([key, one]) => [key, one ?? ''])) : undefined;
});

/** Accept `true` or `false`. */
export const flag = kind({ type: 'boolean' }, (value) => (typeof value === 'boolean' ? value : undefined));

/** Accept `true`, `false` or one of the given words. */
export const flagOr = <T extends string>(...values: readonly T[]) =>
  kind<boolean | T>(
    { enum: [true, false, ...values] },
    (value) => flag(value) ?? values.find((one) => one === value),
  );

/** Accept one of some words; `false` stands for `none`. */
export const choice = <T extends string>(...values: readonly T[]) =>
  kind({ enum: [...values, ...(values.some((one) => one === 'none') ? [false] : [])] }, (value) =>
    values.find((one) => one === (value === false ? 'none' : value)),
  );

/** Accept a number in a range. */
export const count = (from: number, to: number) =>
  kind({ type: 'number', minimum: from, maximum: to }, (value) =>
    typeof value === 'number' && value >= from && value <= to ? value : undefined,
  );

/** Sizes that have a name. */
export const namedSizes: Readonly<Record<string, SlideSize>> = {
  '16:9': { width: 1280, height: 720 },
  '16:10': { width: 1280, height: 800 },
  '4:3': { width: 960, height: 720 },
};

/** Read a slide size: a ratio by name, or `WIDTHxHEIGHT` in px, 320 to 7680 a side. */
export const parseSize = kind<SlideSize>(
  { anyOf: [{ enum: Object.keys(namedSizes) }, { type: 'string', pattern: '^\\d{3,4}x\\d{3,4}$' }] },
  (value) => {
    if (typeof value !== 'string') return undefined;
    const named = lookUp(namedSizes, value);
    if (named) return named;
    const match = /^(\d{3,4})x(\d{3,4})$/.exec(value);
    const width = Number(match?.[1]);
    const height = Number(match?.[2]);
    return width >= 320 && width <= 7680 && height >= 320 && height <= 7680 ? { width, height } : undefined;
  },
);

const severities = ['error', 'warning', 'info', 'off'];

/** Accept severities by rule id. */
export const parseRules = kind<Readonly<Record<string, Severity | 'off'>>>(
  mapOf({ enum: [...severities, false] }, { enum: Object.keys(rules) }),
  (value) => {
    if (!isMapping(value)) return undefined;
    const entries = Object.entries(value).map(([id, severity]) => [
      id,
      severity === false ? 'off' : severity,
    ]);
    const right = entries.every(
      ([id, severity]) => Object.hasOwn(rules, String(id)) && severities.includes(String(severity)),
    );
    return right ? Object.fromEntries(entries) : undefined;
  },
);

/** Accept words by the names of the tables in `strings/`. */
export const parseStrings = kind<StringOverrides>(
  mapOf({ type: 'string' }, { enum: stringNames }),
  (value) => {
    if (!isMapping(value)) return undefined;
    const right = Object.entries(value).every(([key, word]) => isStringName(key) && typeof word === 'string');
    return right ? value : undefined;
  },
);

/** Accept a BCP 47 tag. */
export const isLanguage = kind({ type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' }, (value) =>
  typeof value === 'string' && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value) ? value : undefined,
);

const themePattern = /^(?:[\w.@/ -]+\.css|(?:@[a-z0-9-]+\/)?[A-Za-z][A-Za-z0-9.-]*)$/;

/** Accept a theme, also a misspelt one, which is judged where themes are known: its name, the path of a stylesheet, or a package such as `@acme/lectern-theme`. */
export const themeName = kind({ type: 'string', pattern: themePattern.source }, (value) =>
  typeof value === 'string' && themePattern.test(value) ? value : undefined,
);

/** Accept values by the names of tokens; names and values are judged where the theme is known. */
export const parseTokens = kind<Readonly<Record<string, string>>>(
  mapOf({ type: ['string', 'null'] }),
  (value) => {
    if (!isMapping(value)) return undefined;
    // `ink: #123456` without quotes is a comment to YAML, and the value is nothing.
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, text(one) ?? '']));
  },
);

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
