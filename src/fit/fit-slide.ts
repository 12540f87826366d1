/** Takes a slide and leaves one or several of it, so that nothing stands beyond its edge: shrunk a little, else cut. The policy is here. */
import { VFile } from 'vfile';
import type { Slide, SlideBlock } from '../deck/nodes.js';
import type { Layout } from '../deck/slide-options.js';
import { continueSlide, isAside } from './continue-slide.js';
import { cutBlocks } from './cut-blocks.js';
import { cutToFit, cutWhereAsked } from './cut-components.js';
import { createRuler, type FitContext, type Ruler } from './measure-slide.js';

/** What content sizes are multiplied with, in this order. */
const scales = [1, 0.95, 0.9, 0.85, 0.8] as const;

/** Slides that are one picture or one sentence: the half of one says nothing. */
const oneThing: readonly Layout[] = [
  'title',
  'section',
  'image',
  'image-left',
  'image-right',
  'image-full',
  'quote',
];

/** One way to show a slide: its pages at a fit, and what components said when they were cut. */
interface Attempt {
  readonly fit: number;
  readonly pages: readonly (readonly SlideBlock[])[];
  readonly messages: VFile['messages'];
}

/** How a slide was fitted that stays one, of the blocks that it was. */
export interface Fitted {
  readonly fit: number;
}

/** Keeps how slides were fitted. */
export interface FitMemo {
  get(slide: Slide): Fitted | undefined;
  keep(slide: Slide, fitted: Fitted): void;
}

/** Fit a slide. */
export function fitSlide(slide: Slide, context: FitContext, memo?: FitMemo): Slide[] {
  const blocks = slide.children.filter((block) => !isAside(block));
  const kept = memo?.get(slide);
  if (kept) return continueSlide(slide, [blocks], kept.fit);
  const { file } = context.context;
  const { findings } = file.data;
  const { fit, pages, messages } = choosePages(slide, blocks, context);
  file.messages.push(...messages);
  // What was said would have to be said again.
  const isSilent = file.data.findings === findings;
  if (isSilent && pages.length === 1 && pages[0]?.every((block, index) => block === blocks[index]))
    memo?.keep(slide, { fit });
  return continueSlide(slide, pages, fit);
}

function choosePages(slide: Slide, blocks: readonly SlideBlock[], context: FitContext): Attempt {
  const policy = context.policy ?? slide.options.fit ?? context.deck.fit;
  const cuts = policy !== 'shrink' && !oneThing.includes(slide.options.layout ?? 'content');
  if (policy === 'none')
    return attempt(1, context, (own) => cutWhereAsked(blocks, createRuler(slide, 1, own), own));
  const rulers = (policy === 'split' ? [1] : scales).map((fit) => createRuler(slide, fit, context));
  const tried: Attempt[] = [];
  for (const ruler of rulers) {
    const found = attempt(ruler.fit, context, (own) => (cuts ? cutToFit : cutWhereAsked)(blocks, ruler, own));
    if (!found.pages.every((page) => ruler.fill(page, found.pages.length > 1) <= 1)) continue;
    tried.push(found);
    if (found.pages.length === 1) break;
  }
  // Rather smaller than on more slides; no smaller than that needs.
  const best = tried.toSorted((one, other) => one.pages.length - other.pages.length)[0];
  if (best) return best;
  const cut = cuts
    ? (cutSlide(blocks, rulers, context) ?? cutSlide(blocks, rulers, context, true))
    : undefined;
  return cut ?? leaveOver(blocks, rulers, context, cuts);
}

/** Cut a slide so that every page fits; nothing where that cannot be. `torn`: in the middle of paragraphs and code, too. */
function cutSlide(
  blocks: readonly SlideBlock[],
  rulers: readonly Ruler[],
  context: FitContext,
  torn = false,
): Attempt | undefined {
  for (const ruler of rulers) {
    let fits = true;
    const found = attempt(ruler.fit, context, (own) =>
      cutToFit(blocks, ruler, own).flatMap((group) => {
        const pages = cutBlocks(group, (page) => ruler.fill(page, true), torn);
        fits &&= pages !== undefined;
        return pages ?? [];
      }),
    );
    if (fits) return found;
  }
  return undefined;
}

/** Nothing helps, so that the check in a browser will name it; components are cut all the same, so that as little as possible is. */
function leaveOver(
  blocks: readonly SlideBlock[],
  rulers: readonly Ruler[],
  context: FitContext,
  cuts: boolean,
): Attempt {
  const [least] = rulers.slice(-1);
  if (!least) return { fit: 1, pages: [blocks], messages: [] };
  return attempt(least.fit, context, (own) => (cuts ? cutToFit : cutWhereAsked)(blocks, least, own));
}

/** Components report while they are cut: only what the chosen attempt said is for the author. */
function attempt(fit: number, context: FitContext, cut: (context: FitContext) => Attempt['pages']): Attempt {
  const { file } = context.context;
  const scratch = new VFile({ path: file.path, value: file.value, data: file.data });
  const pages = cut({ ...context, context: { ...context.context, file: scratch } });
  return { fit, pages, messages: scratch.messages };
}
