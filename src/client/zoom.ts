/** Enlarges a part of the slide: what is clicked with Alt, or what is under the pointer or in focus (`Z`). */
import type { RevealApi } from 'reveal.js';
import type { KeyListener } from './keys.js';
import { followPointer, type Place } from './pointer.js';

/** What a person means by a place on a slide, rather than a word or a line of a drawing. */
const parts =
  'td, th, li, p, pre, figure, blockquote, dt, dd, img, video, svg, .math-display, .slide-title, .slide-foot';
const largest = 4;
const smallest = 1.25;

/** The window as the slide is seen through it: scale, and the place of its upper left corner. */
interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Prepare zooming; `hear` takes the keys that move and end it. */
export function createZoom(reveal: RevealApi, stage: HTMLElement): { toggle: () => void; hear: KeyListener } {
  let view: View | undefined;
  let pointer: Place | undefined;

  function show(next: View | undefined): void {
    view = next && keepInside(next);
    stage.classList.toggle('zoomed', view !== undefined);
    stage.style.transform = view ? `translate(${view.x}px, ${view.y}px) scale(${view.scale})` : '';
  }

  function begin(target: Element | null | undefined): void {
    // The overview scales the slides itself, and a page to scroll is enlarged with two fingers.
    if (reveal.isOverview() || document.querySelector('.reveal-scroll')) return;
    // A place is only known when nothing moves.
    for (const animation of stage.getAnimations()) animation.finish();
    const part = target?.closest('.slide-canvas') ? (target.closest(parts) ?? undefined) : undefined;
    show(viewOf(part?.getBoundingClientRect(), pointer));
  }

  function toggle(): void {
    if (view) return show(undefined);
    const { activeElement } = document;
    const focused = activeElement?.closest('.slide-canvas') ? activeElement : null;
    begin(focused ?? (pointer && document.elementFromPoint(pointer.x, pointer.y)));
  }

  followPointer((place) => (pointer = place));
  for (const name of ['slidechanged', 'resize', 'overviewshown']) reveal.on(name, () => show(undefined));
  document.addEventListener(
    'click',
    (event) => {
      if (!event.altKey || !(event.target instanceof Element) || !event.target.closest('.slides')) return;
      // A link with Alt is a download.
      event.preventDefault();
      event.stopPropagation();
      if (view) show(undefined);
      else begin(event.target);
    },
    { capture: true },
  );
  return {
    toggle,
    hear(name) {
      if (!view) return false;
      if (name === 'escape') show(undefined);
      else {
        const moved = moveView(view, name);
        if (!moved) return false;
        show(moved);
      }
      return true;
    },
  };
}

/** Let a part fill most of the window; without one, look at the place of the pointer, or the middle, twice as large. */
function viewOf(box: DOMRect | undefined, pointer: Place | undefined): View {
  const { innerWidth: width, innerHeight: height } = window;
  const fitting = box ? 0.9 * Math.min(width / box.width, height / box.height) : 2;
  const scale = Math.min(largest, Math.max(smallest, fitting));
  const middle = box
    ? { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    : (pointer ?? { x: width / 2, y: height / 2 });
  return { scale, x: width / 2 - middle.x * scale, y: height / 2 - middle.y * scale };
}

/** Never show what lies beyond the page. */
function keepInside({ scale, x, y }: View): View {
  const clamp = (value: number, size: number): number => Math.min(0, Math.max(size - size * scale, value));
  return { scale, x: clamp(x, innerWidth), y: clamp(y, innerHeight) };
}

/** Move by a quarter of the window, or scale around its middle. */
function moveView({ scale, x, y }: View, name: string): View | undefined {
  const { innerWidth: width, innerHeight: height } = window;
  const scaleTo = (wanted: number): View => {
    const next = Math.min(2 * largest, Math.max(1, wanted));
    const ratio = next / scale;
    return { scale: next, x: width / 2 - (width / 2 - x) * ratio, y: height / 2 - (height / 2 - y) * ratio };
  };
  switch (name) {
    case 'arrowleft':
      return { scale, x: x + width / 4, y };
    case 'arrowright':
      return { scale, x: x - width / 4, y };
    case 'arrowup':
      return { scale, x, y: y + height / 4 };
    case 'arrowdown':
      return { scale, x, y: y - height / 4 };
    case '+':
    case '=':
      return scaleTo(scale * 1.25);
    case '-':
      return scaleTo(scale / 1.25);
    default:
      return undefined;
  }
}
