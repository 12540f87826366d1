/** Every example of a component that is written down: in the components' READMEs and on the slides of both decks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { components } from '../src/components/index.js';
import { normalizeConfig } from '../src/config/config.js';
import { createTreeProcessor } from '../src/processor.js';
import { projectFolder } from './support.js';

/** A component as its author writes it. */
export interface Example {
  readonly name: string;
  /** From its first fence to its last. */
  readonly markdown: string;
  /** Where it is written. */
  readonly place: string;
}

const folder = path.join(projectFolder, 'src', 'components');
const readmes = readdirSync(folder)
  .map((name) => path.join(folder, name, 'README.md'))
  .filter((file) => existsSync(file));
const decks = ['tour', 'keras-vs-pytorch'].map((name) => path.join(projectFolder, 'slides', name, 'deck.md'));

/** The first example of a component's README, by its name. */
export const readmeExamples: ReadonlyMap<string, string> = new Map(
  readmes.flatMap((file) => {
    const [, , example] = /^(`{3,})markdown\n([^]*?)\n\1$/m.exec(readText(file)) ?? [];
    return example === undefined ? [] : [[path.basename(path.dirname(file)), example] as const];
  }),
);

/** All examples of components that draw something: asides and what only arranges others is left out. */
export const examples: readonly Example[] = [
  ...[...readmeExamples].flatMap(([name, text]) => listExamples(text, `README of ${name}`)),
  ...decks.flatMap((file) => listExamples(readText(file), path.basename(path.dirname(file)))),
];

function readText(file: string): string {
  return readFileSync(file, 'utf8');
}

function listExamples(text: string, place: string): Example[] {
  const drawn = new Set(components.filter((one) => 'measure' in one).map(({ name }) => name));
  const tree: Root = createTreeProcessor(normalizeConfig()).parse(new VFile({ value: text }));
  const found: Example[] = [];
  visit(tree, 'containerDirective', ({ name, position }) => {
    if (!drawn.has(name)) return;
    const [start, end] = [position?.start, position?.end];
    const markdown = text.slice(start?.offset, end?.offset);
    found.push({ name, markdown, place: `${place}, line ${start?.line}` });
  });
  return found;
}
