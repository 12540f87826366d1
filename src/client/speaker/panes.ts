/** Sizes of the speaker window: how wide the notes are, how high the current slide, how large the text. They are kept for the next talk. */
import type { SpeakerPage } from './speaker-page.js';

/** In hundredths of the window, and CSS px. */
interface Sizes {
  readonly notes: number;
  readonly current: number;
  readonly text: number;
}

const usual: Sizes = { notes: 45, current: 60, text: 22 };
const limits: Readonly<Record<keyof Sizes, readonly [least: number, most: number]>> = {
  notes: [20, 75],
  current: [25, 85],
  text: [14, 48],
};
const storageKey = 'lectern-speaker';

/** Let the panes be resized, by pointer and by keys; leaves the way to resize the notes' text. */
export function resizePanes(page: SpeakerPage): { readonly resizeText: (step: number) => void } {
  let sizes = readSizes();

  function show(changes: Partial<Sizes>): void {
    const wanted = { ...sizes, ...changes };
    const clamp = (name: keyof Sizes): number =>
      Math.min(limits[name][1], Math.max(limits[name][0], wanted[name]));
    sizes = { notes: clamp('notes'), current: clamp('current'), text: clamp('text') };
    const shares = {
      notes: sizes.notes,
      slides: 100 - sizes.notes,
      current: sizes.current,
      next: 100 - sizes.current,
    };
    for (const [name, share] of Object.entries(shares))
      page.panes.style.setProperty(`--${name}`, `${share}fr`);
    page.notes.style.fontSize = `${sizes.text}px`;
    const [width, height] = page.dividers;
    width.setAttribute('aria-valuenow', String(Math.round(sizes.notes)));
    height.setAttribute('aria-valuenow', String(Math.round(sizes.current)));
    keepSizes(sizes);
  }

  const [width, height] = page.dividers;
  const rightToLeft = page.document.documentElement.dir === 'rtl';
  dragDivider(width, ({ clientX }) => {
    const { left, right } = page.panes.getBoundingClientRect();
    const share = rightToLeft ? clientX - left : right - clientX;
    show({ notes: (100 * share) / (right - left) });
  });
  dragDivider(height, ({ clientY }) => {
    const { top, bottom } = page.panes.getBoundingClientRect();
    show({ current: (100 * (clientY - top)) / (bottom - top) });
  });
  const towardsNotes = rightToLeft ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  hearArrows(width, towardsNotes, (step) => show({ notes: sizes.notes + step }));
  hearArrows(height, ['ArrowDown', 'ArrowUp'], (step) => show({ current: sizes.current + step }));
  show({});
  return { resizeText: (step) => show({ text: sizes.text + 2 * step }) };
}

function dragDivider(divider: HTMLElement, move: (event: PointerEvent) => void): void {
  divider.addEventListener('pointerdown', (event) => {
    divider.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  divider.addEventListener('pointermove', (event) => {
    if (divider.hasPointerCapture(event.pointerId)) move(event);
  });
}

/** @param keys the one that makes it larger, the one that makes it smaller */
function hearArrows(divider: HTMLElement, keys: readonly string[], resize: (step: number) => void): void {
  divider.addEventListener('keydown', (event) => {
    const step = [2, -2][keys.indexOf(event.key)];
    if (step === undefined) return;
    resize(step);
    // The talk has the same keys.
    event.stopPropagation();
    event.preventDefault();
  });
}

/** A page from a file may have no storage: then the sizes are those of this window. */
function readSizes(): Sizes {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<
      Record<keyof Sizes, unknown>
    >;
    const read = (name: keyof Sizes): number => Number(kept[name]) || usual[name];
    return { notes: read('notes'), current: read('current'), text: read('text') };
  } catch {
    return usual;
  }
}

function keepSizes(sizes: Sizes): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(sizes));
  } catch {
    // As above.
  }
}
