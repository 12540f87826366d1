/** THE table of front-matter keys of other tools, and what says the same here. */
import { lookUp } from '../../look-up.js';

const dropped = 'Leave it out: Lectern needs no such key.';
const ofSlide = 'It belongs to a slide: write `::slide{…}` first on the slide.';

const cures: Readonly<Record<string, string>> = {
  marp: dropped,
  math: 'Leave it out: formulas are always read.',
  format: dropped,
  output: dropped,
  highlighter: dropped,
  fonts: 'Name your fonts in a stylesheet: `css: deck.css`.',
  style: 'Write the styles into a file, `css: deck.css`, or into `<style>` on a slide.',
  paginate: 'Write `slide-number: c/t`, or `none`.',
  headingDivider: 'Write `slide-level: 2`.',
  slide_level: 'Write `slide-level: 2`.',
  backgroundColor: ofSlide,
  backgroundImage: ofSlide,
  background: ofSlide,
  class: ofSlide,
  layout: ofSlide,
  color: 'Choose a `theme`, or set colours in a stylesheet: `css: deck.css`.',
  colorSchema: 'Choose a theme: `paper` is light, `ink` is dark.',
  aspectRatio: 'Write `size: 16:9`.',
  canvasWidth: 'Write `size: 1280x720`.',
  revealOptions:
    'Write its options as keys of their own: `transition: fade`, `progress: false`, `size: 1280x720`.',
  separator: 'Slides are cut by `---`, or by headings with `slide-level: 2`.',
  verticalSeparator: 'Slides above one another stand in `::::stack`, cut by `---`.',
  duration: 'Write `minutes: 20`.',
  drawings: dropped,
  institute: 'Write `event: …`, or name it with the author.',
  bibliography: 'Write footnotes, `[^key]`, or a paragraph that begins with `Source:`.',
};

/** Say how a key of another tool is written here; nothing for a key that no tool knows. */
export function foreignKeyCure(key: string): string | undefined {
  return lookUp(cures, key);
}
