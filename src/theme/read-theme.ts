/** Takes the stylesheet of a theme and leaves the tokens it assigns; a theme is values, so any other rule is a problem of its author. */

import { type CssNode, generate } from 'css-tree';
import { parseCss } from '../deck/parse-css.js';
import { lookUp } from '../look-up.js';
import { readColour } from './colour.js';
import { colourTokens, fontTokens, optionalTokens } from './contract.js';

/** Values by token, without `--lectern-`. */
export type Tokens = ReadonlyMap<string, string>;

/** What a theme says. */
export interface ThemeSheet {
  readonly tokens: Tokens;
  /** Of its `color-scheme`; absent: not said. */
  readonly scheme?: 'light' | 'dark';
  readonly problems: readonly TokenProblem[];
}

/** What is wrong with a token or a rule. */
export interface TokenProblem {
  readonly kind: 'name' | 'value' | 'rule';
  /** The token's name, or the rule as written, cut. */
  readonly name: string;
  readonly value: string;
  /** Line in the stylesheet, from 1; absent where a token was not read from one. */
  readonly line?: number;
}

/** Read a theme. */
export function readTheme(css: string): ThemeSheet {
  const problems: TokenProblem[] = [];
  const given: [name: string, value: string, line: number | undefined][] = [];
  let scheme: ThemeSheet['scheme'];
  const sheet = parseSheet(css);
  if (!sheet) return { tokens: new Map(), problems: [{ kind: 'rule', name: css.slice(0, 40), value: '' }] };
  for (const node of listRules(sheet)) {
    const line = node.loc?.start.line;
    const { property = '', value = '' } = readDeclaration(node) ?? {};
    if (property.startsWith('--lectern-')) given.push([property.slice('--lectern-'.length), value, line]);
    else if (property === 'color-scheme' && (value === 'light' || value === 'dark')) scheme = value;
    else problems.push({ kind: 'rule', name: generate(node).slice(0, 60), value: '', ...(line && { line }) });
  }
  const { tokens, problems: wrong } = checkTokens(given);
  return { tokens, ...(scheme && { scheme }), problems: [...problems, ...wrong] };
}

/** Check tokens: their names against the contract, their values against their kinds. */
export function checkTokens(
  given: readonly (readonly [name: string, value: string, line?: number | undefined])[],
): {
  readonly tokens: Tokens;
  readonly problems: readonly TokenProblem[];
} {
  const tokens = new Map<string, string>();
  const problems: TokenProblem[] = [];
  for (const [written, value, line] of given) {
    const name = written.replace(/^--lectern-/, '');
    const isColour = colourTokens.includes(name) || optionalTokens.includes(name);
    const faces = lookUp(fontTokens, name);
    const read = isColour ? readColour(value) : faces && readFont(value, faces);
    if (read !== undefined) tokens.set(name, read);
    else
      problems.push({
        kind: isColour || faces ? 'value' : 'name',
        name,
        value,
        ...(line !== undefined && { line }),
      });
  }
  return { tokens, problems };
}

function readFont(value: string, faces: readonly string[]): string | undefined {
  const first = /^\s*["']?([^"',]+)["']?/.exec(value)?.[1]?.trim() ?? '';
  const known = faces.find((face) => face === first);
  return known && `"${known}", ${genericOf(known)}`;
}

function genericOf(face: string): string {
  if (face === 'Lectern Mono') return 'monospace';
  return face === 'Lectern Sans' ? 'sans-serif' : 'serif';
}

function parseSheet(css: string): CssNode | undefined {
  try {
    return parseCss(css, { positions: true, parseCustomProperty: false });
  } catch {
    return undefined;
  }
}

/** The declarations of `:root`, and whatever else stands in the sheet; the layers that the build puts around a theme are no rule. */
function listRules(node: CssNode): CssNode[] {
  if (node.type === 'StyleSheet') return node.children.toArray().flatMap(listRules);
  if (node.type === 'Comment') return [];
  if (node.type === 'Atrule' && node.name === 'layer' && node.block)
    return node.block.children.toArray().flatMap(listRules);
  if (node.type === 'Rule' && generate(node.prelude) === ':root') return node.block.children.toArray();
  return [node];
}

function readDeclaration(node: CssNode): { readonly property: string; readonly value: string } | undefined {
  if (node.type !== 'Declaration') return undefined;
  return { property: node.property, value: generate(node.value).trim() };
}
