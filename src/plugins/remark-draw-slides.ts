/**
 * Takes finished slides and leaves them drawn, one after the other, so that what is drawn of a slide hangs on it alone and on what it
 * is told of the deck. One that is as it was, in a deck that tells it the same, is not drawn again.
 *
 *     root > (slide, stack > slide)   →   root > (section.slide, section.stack > section.slide)
 */
import type { Root as HastRoot, RootContent } from 'hast';
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import { VFile } from 'vfile';
import { type Config, lowerTrust } from '../config/config.js';
import { digestKey, movePlaces, origin, writeContent } from '../deck/content-key.js';
import type { SlideFacts } from '../deck/nodes.js';
import { defaultDeckOptions } from '../deck/options.js';
import { listPieces, type SectionPiece } from '../deck/section-bar.js';
import type { Memo } from '../memo.js';
import type { SlideKeys } from './draw/slide-keys.js';
import { createUnits, type Unit } from './draw/units.js';
import { listSlides, toFacts } from './remark-to-hast.js';

/** What a slide is told of its deck. */
export interface DeckFrame {
  /** Number of slides in the deck. */
  readonly total: number;
  /** Number of slides that count in slide numbers. */
  readonly counted: number;
  /** The deck's sections, where they are drawn at the foot of its slides. */
  readonly pieces?: readonly SectionPiece[] | undefined;
}

declare module 'vfile' {
  interface DataMap {
    /** What slides are told of the deck while they are drawn. */
    frame?: DeckFrame;
    /** What each slide was drawn from, in a word; nothing where that cannot be said. Only where a memo is used. */
    drawnFrom?: readonly (string | undefined)[] | undefined;
  }
}

/** What was drawn of a unit, its places counted from the unit's. */
interface Drawn {
  readonly children: RootContent[];
  readonly styles: readonly string[];
  readonly usesMath: boolean;
}

type DrawConfig = Pick<Config, 'document' | 'trust' | 'memo' | 'rehypePlugins'>;

/**
 * Draw every slide; sets `file.data.slides`.
 *
 * @param createProcessor makes what draws one slide, or several
 */
export function remarkDrawSlides(createProcessor: () => Processor, config: DrawConfig) {
  return async (tree: Root, file: VFile): Promise<HastRoot> => {
    const slides = listSlides(tree);
    const { progress } = file.data.deck ?? defaultDeckOptions;
    file.data.slides = slides.map((slide) => toFacts(slide, file));
    file.data.frame = {
      total: slides.length,
      counted: slides.filter((slide) => !slide.options.uncounted).length,
      pieces: progress === 'sections' ? listPieces(slides) : undefined,
    };
    // Plugins of others may look at all slides at once.
    const isWhole = config.rehypePlugins.length > 0;
    const processor = createProcessor();
    const memo = isWhole ? undefined : config.memo;
    const context = memo && writeContext(file, config);
    const children: RootContent[] = [];
    const styles: string[] = [];
    const drawnFrom: (string | undefined)[] = [];
    for (const unit of createUnits(tree, isWhole)) {
      // Units are in the order of the slides.
      const facts = file.data.slides.slice(drawnFrom.length, drawnFrom.length + unit.slides.length);
      const key = context && makeKey(unit, context, file.data.slideKeys);
      const drawn = await recall(unit, memo, key, () => draw(unit, facts, processor, file));
      drawnFrom.push(...unit.slides.map((_, index) => key && `${key}.${index}`));
      if (children.length > 0) children.push({ type: 'text', value: '\n' });
      children.push(...drawn.children);
      styles.push(...drawn.styles);
      if (drawn.usesMath) file.data.usesMath = true;
    }
    file.data.styles = styles;
    if (memo) file.data.drawnFrom = drawnFrom;
    return { type: 'root', children, ...(tree.position && { position: tree.position }) };
  };
}

/** All that counts besides the slide itself. */
function writeContext(file: VFile, { document, trust }: DrawConfig): string | undefined {
  const { deck = defaultDeckOptions, frame } = file.data;
  const content = writeContent([document, lowerTrust(trust, deck.trust), deck, frame], origin);
  return content && digestKey(content);
}

/** The key of a unit: those that its slides have, and what happened to them since, else all of it. */
function makeKey({ slides, foreign, tree, start }: Unit, context: string, keys: SlideKeys | undefined) {
  const known = keys && slides.map((slide) => [keys.of(slide), slide.number, slide.counted, slide.position]);
  const content = known?.every(([key]) => key !== undefined)
    ? writeContent([known, foreign, tree.children.map(({ position }) => position)], start)
    : writeContent(tree, start);
  return content && `draw:${digestKey(`${context}\n${content}`)}`;
}

/** Take a unit from the memo, or draw it and keep it. What was said about it would have to be said again: such a unit is not kept. */
async function recall(
  unit: Unit,
  memo: Memo | undefined,
  key: string | undefined,
  make: () => Promise<Drawn & { readonly isSilent: boolean }>,
): Promise<Drawn> {
  if (!memo || key === undefined) return make();
  const kept = memo.get(key) as Drawn | undefined;
  if (kept) return { ...kept, children: movePlaces(kept.children, origin, unit.start) };
  const { isSilent, ...drawn } = await make();
  if (isSilent) memo.keep(key, { ...drawn, children: movePlaces(drawn.children, unit.start, origin) });
  return drawn;
}

/** Draw a unit on a file of its own, so that it is known what was said and found there. */
async function draw({ tree: root }: Unit, slides: readonly SlideFacts[], processor: Processor, file: VFile) {
  const own = new VFile({ path: file.path, value: file.value });
  Object.assign(own.data, file.data, { slides, findings: 0 });
  const tree = (await processor.run(root, own)) as HastRoot;
  file.messages.push(...own.messages);
  return {
    children: tree.children,
    styles: own.data.styles ?? [],
    usesMath: own.data.usesMath ?? false,
    isSilent: own.data.findings === 0,
  };
}
