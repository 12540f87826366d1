/** The list of slides in the speaker window, with planned and actual times: to see what is to come, and to go there. */
import type { RevealApi } from 'reveal.js';
import type { ClientOptions } from '../options.js';
import { formatTime, type Times } from '../pacing.js';
import { slidesOf } from '../preview.js';
import { readSlides } from '../slide-text.js';

/** Open the list; a slide that is chosen is gone to. */
export function openSlideList(
  target: Document,
  reveal: RevealApi,
  { words, plan }: ClientOptions,
  times: Times,
): void {
  if (target.querySelector('dialog[open]')) return;
  const dialog = target.createElement('dialog');
  dialog.className = 'speaker-slides';
  dialog.setAttribute('aria-label', words.slideList);
  const heading = target.createElement('h2');
  heading.textContent = words.slideList;
  const list = target.createElement('ol');
  const buttons = readSlides(slidesOf(reveal)).map(({ slide, number, title }) => {
    const button = target.createElement('button');
    button.type = 'button';
    const parts = [String(number), title, writeTimes(times.get(slide.id), plan[number - 1])];
    for (const [index, text] of parts.entries()) {
      const part = target.createElement('span');
      part.className = ['slide-place', 'slide-name', 'slide-times'][index] ?? '';
      part.textContent = text;
      button.append(part);
    }
    if (slide === reveal.getCurrentSlide()) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => {
      dialog.close();
      const { h, v } = reveal.getIndices(slide);
      reveal.slide(h, v);
    });
    list.appendChild(target.createElement('li')).append(button);
    return button;
  });
  dialog.append(heading, list);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', ({ target: hit }) => hit === dialog && dialog.close());
  dialog.addEventListener('keydown', (event) => {
    // Behind it the talk stands still.
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = buttons.findIndex((button) => button === target.activeElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  });
  target.body.append(dialog);
  dialog.showModal();
  buttons.find((button) => button.hasAttribute('aria-current'))?.focus();
}

/** `0:40 / 1:00`: how long it took, and was planned for. */
function writeTimes(actual: number | undefined, planned: number | undefined): string {
  const [done, plan] = [actual, planned].map((one) => (one === undefined ? '' : formatTime(one)));
  return done && plan ? `${done} / ${plan}` : done || (plan ? `/ ${plan}` : '');
}
