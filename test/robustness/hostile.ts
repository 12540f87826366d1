/** What the attack cases share: a text becomes a page, and the page is judged beside one of a harmless deck. */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import { expect } from 'vitest';
import { compile } from '../../src/compile.js';
import type { ConfigInput } from '../../src/config/config.js';
import { dangers } from '../dangers.js';
import { shippedFiles } from '../support.js';

/** A page that was made of hostile text. */
export interface HostilePage {
  readonly html: string;
  /** Rules of its messages, each once, sorted. */
  readonly rules: readonly string[];
  readonly messages: readonly {
    readonly rule: string;
    readonly line: number | undefined;
    readonly text: string;
  }[];
  /** What its slides show, without notes. */
  readonly words: string;
  readonly sections: readonly Element[];
}

/** Compile a text, and hold the page to what no text may change: what is around the slides, and what may never be in one. */
export async function compileHostile(text: string, config: ConfigInput = {}): Promise<HostilePage> {
  const file = await compile(text, config, await shippedFiles());
  const html = String(file.value);
  const tree = fromHtml(html);
  const sections = listSections(tree);
  const messages = file.messages.map(({ ruleId, line, reason, note }) => ({
    rule: ruleId ?? '',
    line: line ?? undefined,
    text: `${reason} ${note ?? ''}`,
  }));
  expect(sections.flatMap((section) => dangers(toHtml(section)))).toEqual([]);
  expect(listShell(tree)).toEqual(await harmlessShell(config));
  expect(html.isWellFormed()).toBe(true);
  expect(sections.length).toBe(file.data.refused ? 0 : file.data.slides?.length);
  expect(messages.filter(({ text: said }) => /(?![\n\t])\p{Cc}/u.test(said))).toEqual([]);
  return {
    html,
    rules: [...new Set(messages.map(({ rule }) => rule))].sort(),
    messages,
    words: sections.map((section) => toText(section)).join('\n'),
    sections,
  };
}

function listSections(tree: Root): Element[] {
  const sections: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'section') return undefined;
    sections.push(element);
    return SKIP;
  });
  return sections;
}

let harmless: Promise<string[]> | undefined;

function harmlessShell(config: ConfigInput): Promise<string[]> {
  const compiled = async () =>
    listShell(fromHtml(String((await compile('# One\n', config, await shippedFiles())).value)));
  harmless ??= compiled();
  return harmless;
}

/** Elements around the slides, scripts with all they hold. Styles and titles hold the deck's own, as text. */
function listShell(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName === 'section') return SKIP;
    const attributes = Object.keys(element.properties).filter((name) => /^on|^src$|^http|^rel$/i.test(name));
    const script = element.tagName === 'script' && element.properties.type !== 'application/json';
    // A deck has the styles that its parts need, and says its title and author to machines.
    if (element.tagName !== 'style' && (element.tagName !== 'meta' || attributes.length > 0))
      found.push(`${element.tagName} ${attributes.join(' ')}${script ? toHtml(element).length : ''}`);
    return undefined;
  });
  return found;
}
