/** JSON Schemas of what authors write besides Markdown, made from the tables that the program reads by: editors complete and check with them. */
import type { JsonSchema, Kind } from './config/json-schema.js';
import { brandOptions } from './deck/brand.js';
import { deckOptions } from './deck/options.js';
import { talkOptions } from './deck/talks.js';
import type { OptionSpec } from './diagnostics/check-options.js';
import { directives } from './directives.js';
import { colourTokens, fontTokens, optionalTokens } from './theme/contract.js';

const dialect = 'http://json-schema.org/draft-07/schema#';

interface Key {
  readonly key: string;
  readonly expected: string;
  readonly summary: string;
  readonly parse: Kind;
  readonly fallback?: unknown;
}

/** A schema for each kind of file, by the name of its own file: `talk` is for `talks/<name>.yaml`. */
export const schemas: Readonly<Record<string, JsonSchema>> = {
  'front-matter': {
    $schema: dialect,
    title: 'Front matter of a Lectern deck',
    ...keysSchema(deckOptions, {
      talks: { type: ['object', 'null'], additionalProperties: { $ref: '#/definitions/talk' } },
    }),
    definitions: { talk: { anyOf: [keysSchema(talkOptions), { type: 'null' }] } },
  },
  talk: { $schema: dialect, title: 'A talk of a Lectern deck', ...keysSchema(talkOptions) },
  brand: { $schema: dialect, title: 'A brand for Lectern decks', ...keysSchema(brandOptions) },
  directives: {
    $schema: dialect,
    title: 'Options of the directives of a Lectern deck, by directive',
    type: 'object',
    properties: Object.fromEntries(
      directives.map(({ name, summary, options }) => [
        name,
        {
          description: summary,
          type: 'object',
          properties: {
            id: { type: 'string', description: 'Id of the element, also written `#id`' },
            class: { type: 'string', description: 'Classes, also written `.class`' },
            ...Object.fromEntries(Object.entries(options).map(([key, spec]) => [key, optionSchema(spec)])),
          },
          additionalProperties: false,
        },
      ]),
    ),
    additionalProperties: false,
  },
};

/** @param others schemas that say more than a key's own */
function keysSchema(keys: readonly Key[], others: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  const properties = keys.map(({ key, expected, summary, parse, fallback }) => [
    key,
    {
      description: `${plain(summary)}. Takes ${plain(expected)}.`,
      ...(isPlain(fallback) && { default: fallback }),
      ...(key === 'tokens' || key === 'colors' ? tokensSchema() : (others[key] ?? parse.schema)),
    },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

/** Names and colours are judged with the theme, when the deck is compiled; an editor may know them before. */
function tokensSchema(): JsonSchema {
  const colour = { type: 'string', pattern: '^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$' };
  const names = [...colourTokens, ...optionalTokens];
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(names.map((name) => [name, colour])),
      ...Object.fromEntries(Object.entries(fontTokens).map(([name, faces]) => [name, { enum: faces }])),
    },
    patternProperties: { '^--lectern-(?!font-)': colour },
    additionalProperties: false,
  };
}

function optionSchema({ kind, values, summary, expected }: OptionSpec): JsonSchema {
  const description = [summary, expected && `Takes ${expected}.`]
    .filter(Boolean)
    .map((one) => plain(one ?? ''));
  const schema =
    kind === 'flag'
      ? { type: 'boolean' }
      : values
        ? { enum: values }
        : { type: ['string', 'number', 'boolean', 'array'] };
  return { description: description.join('. '), ...schema };
}

/** Descriptions are shown as text. */
function plain(markdown: string): string {
  return markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' ? value !== '' : typeof value === 'number' || typeof value === 'boolean';
}
