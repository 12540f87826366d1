/**
 * Worked examples on their slides, through the whole pipeline: six comparisons (who wins and ties, what is hidden, how many slides
 * and steps), the history of two libraries, and the timelines that are hard to draw.
 */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileTree } from '../src/compile.js';
import { timelines } from './browser/timelines.js';
import { communityFile, workedComparisons } from './unit/worked-comparisons.js';

/** What an audience sees of a component, slide by slide. */
interface Shown {
  readonly slides: number;
  /** Steps of each slide. */
  readonly steps: readonly number[];
  readonly messages: readonly string[];
  readonly tree: Root;
}

async function show(markdown: string, file = communityFile): Promise<Shown> {
  const sources = new Map([['data/community.csv', new TextEncoder().encode(file)]]);
  const { tree, file: result } = await compileTree(`## A title\n\n${markdown}`, {}, sources);
  const slides = listElements(tree, ({ tagName }) => tagName === 'section');
  return {
    slides: slides.length,
    steps: slides.map((slide) => {
      const steps = listElements(slide, ({ properties }) => properties['dataFragmentIndex'] !== undefined);
      return new Set(steps.map(({ properties }) => String(properties['dataFragmentIndex']))).size;
    }),
    messages: result.messages.map(({ ruleId }) => String(ruleId)),
    tree,
  };
}

function listElements(tree: Root | Element, isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (isWanted(element)) found.push(element);
  });
  return found;
}

const hasClass = (name: string) => (element: Element) =>
  [element.properties['className']].flat().includes(name);
const hasTag = (name: string) => (element: Element) => element.tagName === name;

/** Words that are seen: without those for the ear, and without notes. */
function seenText(element: Element): string {
  if (hasClass('visually-hidden')(element) || element.tagName === 'sup') return '';
  const texts = element.children.map((child) =>
    child.type === 'text' ? child.value : child.type === 'element' ? seenText(child) : '',
  );
  return texts.join('').replace(/[↑↓]/g, '').trim();
}

/** The names of the subjects that are marked as best, row by row. */
function listWinners({ tree }: Shown): Record<string, string> {
  const winners: Record<string, string> = {};
  for (const table of listElements(tree, hasTag('table'))) {
    const [head] = listElements(table, hasTag('thead'));
    const names = head
      ? listElements(head, ({ properties }) => properties['scope'] === 'col').map(nameOf)
      : [];
    for (const row of listElements(table, hasTag('tr'))) {
      const cells = row.children.filter((child) => child.type === 'element');
      const [label] = cells;
      if (label?.properties['scope'] !== 'row') continue;
      const best = cells.flatMap((cell, at) => (cell.properties['dataWinner'] ? [names[at] ?? ''] : []));
      winners[seenText(label)] = [winners[seenText(label)], best.join(', ')].filter(Boolean).join(' | ');
    }
  }
  return winners;
}

/** The name of a subject: its header without the second line. */
function nameOf(cell: Element): string {
  const name = cell.children.filter((child) => child.type !== 'element' || child.tagName !== 'small');
  return seenText({ ...cell, children: name });
}

describe('the six comparisons', () => {
  const shown: Record<string, Shown> = {};
  beforeAll(async () => {
    for (const [name, markdown] of Object.entries(workedComparisons)) shown[name] = await show(markdown);
  });
  const take = (name: keyof typeof workedComparisons): Shown => {
    const one = shown[name];
    if (!one) throw new Error(`Unexpected name ${name}, expected one of the examples`);
    return one;
  };

  test.each<[keyof typeof workedComparisons, number, number[]]>([
    ['kvp', 2, [0, 0]],
    ['speed', 1, [2]],
    ['neurips', 1, [0]],
    ['deploy', 1, [0]],
    ['ease', 1, [3]],
    ['nums', 1, [0]],
  ])('%s: slides and steps', (name, slides, steps) => {
    expect(take(name)).toMatchObject({ slides, steps });
  });

  test('winners, and what ties', () => {
    expect(listWinners(take('kvp'))).toMatchObject({
      License: '',
      'GitHub stars': 'PyTorch',
      Contributors: 'PyTorch',
      'Downloads per month': 'PyTorch',
      Verdict: '',
    });
    expect(listWinners(take('speed'))).toEqual({
      SegmentAnything: 'Keras 3 best',
      'Stable Diffusion': 'PyTorch compiled',
      // Training, then inference.
      BERT: 'PyTorch compiled | Keras 3 best',
      'Gemma, generate': 'Keras 3 best',
    });
    expect(listWinners(take('neurips'))).toEqual({
      AlexNet: 'MXNet, PyTorch',
      'VGG-19': 'PyTorch',
      'ResNet-50': 'Chainer, MXNet',
    });
    expect(listWinners(take('ease'))).toEqual({
      'First model': 'Keras',
      'Custom training loop': 'PyTorch',
      Debugging: '',
      Verdict: '',
    });
    expect(Object.values(listWinners(take('deploy'))).filter(Boolean)).toEqual([]);
  });

  test('none has anything to complain about', () => {
    expect(Object.values(shown).flatMap(({ messages }) => messages)).toEqual([]);
  });

  test('the flagship has three groups: two on its first slide, one and the verdict on its second', () => {
    const groups = listElements(take('kvp').tree, hasTag('section')).map((slide) =>
      listElements(slide, ({ properties }) => properties['scope'] === 'rowgroup').map(seenText),
    );
    expect(groups).toEqual([['Origin', 'Programming model'], ['Community, October 2025']]);
    const feet = listElements(take('kvp').tree, hasTag('section')).map(
      (slide) => listElements(slide, hasTag('tfoot')).length,
    );
    expect(feet).toEqual([0, 1]);
  });

  test('a context column is neither ranked nor a subject', () => {
    const context = listElements(
      take('speed').tree,
      ({ properties }) => properties['dataRole'] === 'context',
    );
    expect(context.filter(hasTag('td')).map(seenText)).toEqual(['1', '8', '32', '256', '32']);
    expect(context.filter(({ properties }) => properties['dataWinner'])).toEqual([]);
    expect(listElements(take('speed').tree, hasTag('tbody'))).toHaveLength(2);
  });

  test('two rows that do not differ are hidden, and counted', () => {
    expect(Object.keys(listWinners(take('deploy')))).toEqual([
      'TorchServe',
      'TorchScript',
      '.pt2 export',
      'OpenVINO',
    ]);
    expect(toString(take('deploy').tree)).toContain('2 rows that do not differ are not shown.');
  });

  test('details make rows differ with `diff-strict`', async () => {
    const strict = await show(workedComparisons.deploy.replace('view=diff', 'view=diff-strict'));
    expect(Object.keys(listWinners(strict))).toHaveLength(6);
  });

  test('columns come one after the other, the verdict last', () => {
    const stepOf = ({ properties }: Element) => properties['dataFragmentIndex']?.toString();
    const { tree } = take('ease');
    const heads = listElements(tree, ({ properties }) => properties['scope'] === 'col').map((cell) => [
      seenText(cell),
      stepOf(cell),
    ]);
    expect(heads).toEqual([
      ['Task', undefined],
      ['Keras', '0'],
      ['PyTorch', '1'],
    ]);
    const [foot] = listElements(tree, hasTag('tfoot'));
    expect(foot && listElements(foot, hasTag('tr')).map(stepOf)).toEqual(['2']);
  });

  test('subjects become rows, measures columns; a file that differs from its mirror is a message', async () => {
    expect(Object.keys(listWinners(take('nums')))).toEqual(['Keras', 'PyTorch']);
    const heads = listElements(take('nums').tree, ({ properties }) => properties['scope'] === 'col');
    expect(heads.map(seenText).slice(1)).toEqual(['Stars', 'Dependent repositories']);
    const drifted = await show(workedComparisons.nums, communityFile.replace('94K', '95K'));
    expect(drifted.messages).toEqual(['data-mirror-differs']);
  });
});

describe('timelines', () => {
  /** Form, and how many events and labels each slide has. */
  function listForms({ tree }: Shown): string[] {
    return listElements(tree, hasClass('timeline')).map((figure) => {
      const events = listElements(figure, hasClass('timeline-event'));
      const labels = events.filter((event) => !hasClass('visually-hidden')(event));
      const scale = ['scale', 'break'].find(
        (name) => listElements(figure, hasClass(`timeline-${name}`)).length > 0,
      );
      return `${String(figure.properties['dataForm'])} ${events.length}/${labels.length}${scale ? ` ${scale}` : ''}`;
    });
  }

  const part = 'flags 12/12';

  test.each<[keyof typeof timelines, string[], string[]]>([
    ['the worked example', ['flags 24/24'], []],
    ['one lane in rows', ['rows 7/7'], []],
    // The overview has the six milestones, then come the parts.
    ['sixty events over forty years', ['flags 60/6', part, part, part, part, part], []],
    ['two events on one day', ['flags 3/3'], []],
    ['one event only', ['flags 1/1'], ['timeline-single-event']],
    ['a range that crosses the start', ['flags 3/3'], []],
    ['from BC to AD', ['flags 4/4'], []],
    ['a title of seventy letters', ['flags 3/3'], ['timeline-label-long']],
    ['years only', ['flags 9/9'], []],
    ['four lanes', ['flags 20/20'], []],
    ['an open range, and now before the last event', ['flags 4/4'], []],
    ['a gap cut out', ['flags 5/5 break'], []],
  ])('%s', async (name, forms, messages) => {
    const shown = await show(timelines[name] ?? '');
    expect({ forms: listForms(shown), messages: shown.messages }).toEqual({ forms, messages });
    expect(shown.slides).toBe(forms.length);
  });

  test('the history of two libraries: lanes, milestones, eras, a step for each year in which something happened', async () => {
    const shown = await show(timelines['the worked example'] ?? '');
    const lanes = listElements(shown.tree, hasClass('timeline-lane'));
    expect(lanes.map((lane) => listElements(lane, hasClass('timeline-event')).length)).toEqual([12, 12]);
    const milestones = listElements(
      shown.tree,
      ({ properties }) => properties['dataMilestone'] !== undefined,
    ).filter(hasTag('li'));
    expect(milestones).toHaveLength(7);
    expect(listElements(shown.tree, hasClass('timeline-era'))).toHaveLength(3);
    // 2015 to 2026 without 2021.
    expect(shown.steps).toEqual([11]);
  });
});
