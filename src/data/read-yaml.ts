/** Takes the text of a YAML or JSON file and leaves its value with the lines kept; aliases are followed, up to the limits. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Scalar } from 'yaml';
import { explainYaml, parseYaml } from '../diagnostics/parse-yaml.js';
import { type DataProblem, type DataValue, dataLimits, type ReportProblem } from './data-value.js';

/** Thrown inside this file only: a problem ends the reading of the whole file. */
class ProblemError extends Error {
  constructor(readonly problem: DataProblem) {
    super(problem.what);
  }
}

/** Read YAML, of which JSON is a part. Nothing is returned when it cannot be read. */
export function readYaml(text: string, report: ReportProblem): DataValue | undefined {
  const lines = new LineCounter();
  const document = parseYaml(text, { lineCounter: lines, uniqueKeys: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const [error] = document.errors;
  if (error) {
    const note = explainYaml(error);
    const line = lineAt(error.pos[0]);
    report({ rule: 'data-invalid', what: 'text', expected: 'valid YAML or JSON', note, line });
    return undefined;
  }
  if (!document.contents) {
    report({ rule: 'data-invalid', what: 'empty file', expected: 'YAML or JSON' });
    return undefined;
  }
  let count = 0;
  const read = (node: unknown, outer: readonly Node[], fallback: number): DataValue => {
    const line = lineOf(node, lineAt) ?? fallback;
    count += 1;
    if (count > dataLimits.values) throw tooMany(line);
    if (isAlias(node))
      return read(followAlias(node.resolve(document), node.source, outer, line), outer, line);
    if (isSeq(node)) {
      return { kind: 'list', items: node.items.map((item) => read(item, [...outer, node], line)), line };
    }
    if (!isMap(node)) return { kind: 'text', text: isScalar(node) ? textOf(node) : '', line };
    const entries = new Map<string, DataValue>();
    for (const { key, value } of node.items) {
      const name = nameOf(key, lineOf(key, lineAt) ?? line);
      if (entries.has(name)) throw secondKey(name, lineOf(key, lineAt) ?? line);
      entries.set(name, read(value, [...outer, node], lineOf(key, lineAt) ?? line));
    }
    return { kind: 'map', entries, line };
  };
  try {
    return read(document.contents, [], 1);
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    report(thrown.problem);
    return undefined;
  }
}

function lineOf(node: unknown, lineAt: (offset: number) => number): number | undefined {
  const range: unknown =
    typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) ? lineAt(Number(range[0])) : undefined;
}

/** A number as it was written; what only a program reads (`~`, `null`) as nothing. */
function textOf({ value, source, type }: Scalar): string {
  if (type === 'PLAIN' && source !== undefined) return value === null ? '' : source;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function nameOf(key: unknown, line: number): string {
  if (isScalar(key)) return textOf(key);
  const problem = { what: 'key that is no text', expected: 'a name', line };
  throw new ProblemError({ rule: 'data-invalid', ...problem });
}

/** An alias that stands inside its own anchor has no end. */
function followAlias(node: Node | undefined, name: string, outer: readonly Node[], line: number): Node {
  if (node && !outer.includes(node)) return node;
  throw new ProblemError({
    rule: 'data-invalid',
    what: `alias \`*${name}\``,
    expected: node ? 'one that does not hold itself' : `an anchor \`&${name}\` before it`,
    line,
  });
}

function secondKey(name: string, line: number): ProblemError {
  const problem = { what: `second key \`${name}\``, expected: 'it once', line };
  return new ProblemError({ rule: 'data-invalid', ...problem });
}

function tooMany(line: number): ProblemError {
  const problem = { what: 'more values', expected: `at most ${dataLimits.values}, aliases followed`, line };
  return new ProblemError({ rule: 'data-invalid', ...problem });
}
