/** Takes the body of a slide as hast and leaves it as a slide wants it: ranks below the title, sources out, numbers tight. */
import type { Element, ElementContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { beginsAttribution } from './attribution.js';

/** Set the ranks of headings, tie footnote numbers to their words, mark who is quoted. */
export function finishBody(body: Element, innerRank: number): void {
  shiftRanks(body, innerRank);
  tightenReferences(body);
  markAttributions(body);
}

/** Take the first picture that stands alone out of the body, for layouts that give it a place of its own. */
export function takePicture(body: Element): Element | undefined {
  const index = body.children.findIndex((child) => hasClass(child, 'image'));
  const [picture] = index < 0 ? [] : body.children.splice(index, 1);
  return picture?.type === 'element' ? picture : undefined;
}

/** Sources stand at the foot of the slide, wherever on it they were written; who refers to them does so by id. */
export function takeSources(body: Element): Element[] {
  const sources: Element[] = [];
  visit(body, 'element', (element, index, parent) => {
    if (element.tagName !== 'p' || !parent || index === undefined) return undefined;
    if (!hasClass(element, 'source') && !isSourceParagraph(element)) return undefined;
    if (!hasClass(element, 'source')) element.properties.className = ['source'];
    sources.push(element);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return sources;
}

function isSourceParagraph(element: Element): boolean {
  const [first] = element.children;
  return first?.type === 'text' && /^\s*Sources?:\s/.test(first.value);
}

/** `word [^1] [^2]`: the blank before a number is the author's way to write, and would let it fall onto the next line. */
export function tightenReferences(body: Element): void {
  visit(body, 'element', (element, index, parent) => {
    if (!hasClass(element, 'footnote-reference') || !parent || index === undefined) return undefined;
    const before = parent.children[index - 1];
    if (before?.type !== 'text') return undefined;
    before.value = before.value.trimEnd();
    if (before.value !== '') return undefined;
    parent.children.splice(index - 1, 1);
    return [SKIP, index];
  });
}

/** The last paragraph of a quote that begins with a dash says whose words they are. */
function markAttributions(body: Element): void {
  visit(body, 'element', (quote) => {
    if (quote.tagName !== 'blockquote') return;
    const paragraphs = quote.children.filter(
      (child): child is Element => child.type === 'element' && child.tagName === 'p',
    );
    const last = paragraphs.at(-1);
    const [first] = last?.children ?? [];
    if (last && paragraphs.length > 1 && first?.type === 'text' && beginsAttribution(first.value)) {
      last.properties.className = ['attribution'];
    }
  });
}

/** The author's ranks say which heading is above which; the output's ranks start below the title and skip none. */
function shiftRanks(body: Element, innerRank: number): void {
  const headings: Element[] = [];
  visit(body, 'element', (element) => {
    if (/^h[1-6]$/.test(element.tagName)) headings.push(element);
  });
  const ranks = [...new Set(headings.map((heading) => heading.tagName))].sort();
  for (const heading of headings) {
    heading.tagName = `h${Math.min(6, innerRank + ranks.indexOf(heading.tagName))}`;
  }
}

function hasClass(node: ElementContent, name: string): boolean {
  const classes = node.type === 'element' ? node.properties.className : undefined;
  return Array.isArray(classes) && classes.includes(name);
}
