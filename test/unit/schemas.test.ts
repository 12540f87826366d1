/** The schemas for editors accept what the program reads, key by key, and nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { brandOptions } from '../../src/deck/brand.js';
import { deckOptions } from '../../src/deck/options.js';
import { talkOptions } from '../../src/deck/talks.js';
import { directives } from '../../src/directives.js';
import { schemas } from '../../src/schemas.js';
import { fixtureNames, fixturesFolder, projectFolder } from '../support.js';

const ajv = new Ajv();
const validators = new Map<string, ValidateFunction>(
  Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]),
);
const accepts = (name: string, value: unknown) => validators.get(name)?.(value) === true;

/** Values that keys take, and values that are nearly such. */
const samples = [
  'x',
  '',
  ' ',
  'en',
  'pt-BR',
  'e',
  'rtl',
  'none',
  'c/t',
  '16:9',
  '1600x900',
  '16x9',
  'true',
  'required',
  'sections',
  'fade',
  'safe',
  'auto',
  'own.css',
  '@acme/theme',
  'Own Theme',
  '../x.css',
  'slides',
  'slides, notes',
  '3',
  '3,7-12',
  'A4',
  'a4',
  'https://example.org',
  0,
  1,
  3,
  6,
  7,
  -1,
  1.5,
  2000,
  true,
  false,
  null,
  [],
  [''],
  ['a'],
  ['a', 1],
  [null],
  {},
  { a: 'b' },
  { a: 1 },
  { a: null },
  { 'a b': 'c' },
  { 'image-alt-missing': 'off' },
  { 'image-alt-missing': false },
  { 'image-alt-missing': 'loud' },
  { 'no-rule': 'off' },
  { calloutNote: 'Remark' },
  { calloutNote: 1 },
  { layout: 'handout', 'per-page': 3 },
  { 'per-page': 5 },
  { paper: 'A4', range: '1-3', cover: true },
  { layout: ['slides', 'slides'] },
  { text: 'a.woff2' },
  { text: ['a.woff2', 'b.woff2'], code: '' },
  { body: 'a.woff2' },
];

describe.each([
  ['front-matter', deckOptions],
  ['talk', talkOptions],
  ['brand', brandOptions],
] as const)('%s', (name, options) => {
  // Colours are judged with the theme, talks key by key: their schemas know more than the reader of the value.
  const plain = options.filter(({ key }) => !['tokens', 'colors', 'talks'].includes(key));

  test.each(plain.map(({ key }) => key))('%s', (key) => {
    const option = plain.find((one) => one.key === key);
    // Nothing at all is no mistake to the reader, and YAML has a word for it that editors may mark.
    const differ = samples.filter(
      (value) => value !== null && accepts(name, { [key]: value }) !== (option?.parse(value) !== undefined),
    );
    // A range that runs backwards and a size that is too large are said by the reader alone.
    expect(differ.filter((value) => JSON.stringify(value) !== '"100x100"')).toEqual([]);
  });

  test('any value that the schema takes is read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plain), fc.jsonValue(), ({ key, parse: read }, value) => {
        fc.pre(value !== null && accepts(name, { [key]: value }));
        expect(read(value)).toBeDefined();
      }),
      { numRuns: process.env.LECTERN_FULL ? 1000 : 100 },
    );
  });

  test('knows no other keys', () => {
    expect(accepts(name, { titel: 'x' })).toBe(false);
  });
});

test('colours and talks are checked in depth', () => {
  expect(
    accepts('front-matter', { tokens: { ink: '#123456', 'subject-1': '#abc', '--lectern-soft': '#abc' } }),
  ).toBe(true);
  expect(accepts('front-matter', { tokens: { inkk: '#123456' } })).toBe(false);
  expect(accepts('brand', { colors: { ink: 'red' } })).toBe(false);
  expect(accepts('front-matter', { tokens: { 'font-sans': 'Lectern Serif' } })).toBe(true);
  expect(accepts('front-matter', { tokens: { 'font-sans': 'Arial' } })).toBe(false);
  expect(
    accepts('front-matter', { talks: { short: { minutes: 5, include: ['a', 'b'] }, plain: null } }),
  ).toBe(true);
  expect(accepts('front-matter', { talks: { short: { minuts: 5 } } })).toBe(false);
});

test('options of directives are those of the tables', () => {
  expect(Object.keys((schemas.directives?.properties as object) ?? {})).toEqual([
    ...new Set(directives.map(({ name }) => name)),
  ]);
  expect(accepts('directives', { timeline: { scale: 'even', overview: true, id: 'x' } })).toBe(true);
  expect(accepts('directives', { timeline: { scale: 'log' } })).toBe(false);
  expect(accepts('directives', { timelines: {} })).toBe(false);
});

test('front matters of the project’s decks and of fixtures without a mistake in it are valid', () => {
  const decks = [
    ...['keras-vs-pytorch', 'tour'].map((name) => path.join(projectFolder, 'slides', name)),
    ...fixtureNames.map((name) => path.join(fixturesFolder, name)),
  ].map((folder) => {
    const file = path.join(folder, folder.startsWith(fixturesFolder) ? 'input.md' : 'deck.md');
    const messages = folder.startsWith(fixturesFolder)
      ? readFileSync(path.join(folder, 'messages.txt'), 'utf8')
      : '';
    const front = /^---\n([^]*?)\n---\n/.exec(readFileSync(file, 'utf8'))?.[1];
    return {
      name: path.basename(folder),
      front,
      isWrong: /(?:option|talk|theme|variable|minutes)-[a-z-]+$/m.test(messages),
    };
  });
  // A first slide between two breaks is no front matter.
  const isYaml = (front: string) => parseDocument(front, { logLevel: 'silent' }).errors.length === 0;
  const checked = decks.filter(({ front, isWrong }) => front !== undefined && !isWrong && isYaml(front));
  expect(checked.length).toBeGreaterThan(30);
  expect(
    checked.filter(({ front = '' }) => !accepts('front-matter', parse(front) ?? {})).map(({ name }) => name),
  ).toEqual([]);
});
