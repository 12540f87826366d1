/** Takes a slide and leaves it once for each of its steps, as the audience sees them come; the last, whole one keeps the ids. */
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { withoutIds } from './elements.js';

/** Effects after which a part is gone, or seen otherwise; before, it stands there as usual. */
const changing = /^(?:fade-out|semi-fade-out|strike|grow|shrink|highlight-.*)$/;

/** Parts that are seen in their own step alone. */
const passing = /^(?:current-visible|fade-in-then-out)$/;

/** Make a page for each step of a slide; one page where it has none. */
export function splitSteps(section: Element): Element[] {
  const steps = new Set<number>();
  visit(section, 'element', (element) => {
    const index = stepOf(element);
    if (index !== undefined) steps.add(index);
  });
  const indices = [...steps].sort((a, b) => a - b);
  return [...indices.map((_, count) => showUntil(section, indices.slice(0, count))), section];
}

/** Show a slide after some of its steps. */
function showUntil(section: Element, shown: readonly number[]): Element {
  const page = withoutIds(section);
  const current = shown.at(-1);
  visit(page, 'element', (element) => {
    const index = stepOf(element);
    if (index !== undefined) setState(element, shown.includes(index), index === current);
    if (element.tagName === 'pre' && element.properties.dataSteps !== undefined) stressLines(element, shown);
  });
  return page;
}

function setState(element: Element, isShown: boolean, isCurrent: boolean): void {
  const classes = classesOf(element);
  const isChanging = classes.some((name) => changing.test(name));
  const isGone = isShown && !isCurrent && classes.some((name) => passing.test(name));
  // Without the class it stands as it is; with it print.css gives it its last look.
  if (isChanging ? !isShown : isCurrent)
    element.properties.className = classes.filter((one) => one !== 'fragment');
  else if ((!isChanging && !isShown) || isGone) element.properties.className = [...classes, 'step-hidden'];
}

/** Code in steps holds the lines of its last step; the steps are empty fragments behind it. */
function stressLines(pre: Element, shown: readonly number[]): void {
  const steps: unknown = JSON.parse(String(pre.properties.dataSteps));
  if (!Array.isArray(steps)) return;
  let count = 0;
  visit(pre, 'element', (element) => {
    const index = stepOf(element);
    if (classesOf(element).includes('code-step') && index !== undefined && shown.includes(index)) count += 1;
  });
  const lines: unknown = steps[count];
  visit(pre, 'element', (element) => {
    if (!classesOf(element).includes('code-line')) return;
    const isStressed = Array.isArray(lines) && lines.includes(Number(element.properties.dataLine));
    if (isStressed) element.properties.dataHighlight = '';
    else delete element.properties.dataHighlight;
  });
}

function stepOf(element: Element): number | undefined {
  const { dataFragmentIndex: index } = element.properties;
  return index === undefined || !classesOf(element).includes('fragment') ? undefined : Number(index);
}

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}
