/** A slide on a phone: drawn from its HTML in the styles of the deck, as small as the frame that holds it. */
import type { RemoteLook, RemoteSlide } from '../../deck/remote-talk.js';
import { createPart } from '../dialog.js';
import { showSteps } from '../preview.js';

/** A frame for slides. */
export interface SlideFrame {
  readonly element: HTMLElement;
  readonly show: (slide: RemoteSlide | undefined) => void;
}

/** Make a frame that is empty. */
export function createSlideFrame(className: string): SlideFrame {
  const element = createPart('div', `frame ${className}`);
  const stage = createPart('div', 'reveal');
  element.append(stage);
  let html = '';
  return {
    element,
    show(slide) {
      // A step that comes, or a clock that goes on, is no reason to load pictures anew.
      if (html !== (slide?.html ?? '')) {
        html = slide?.html ?? '';
        stage.replaceChildren(...parseSlide(html));
      }
      const [section] = stage.children;
      if (slide && section) setStep(section, slide.step);
    },
  };
}

function parseSlide(html: string): Element[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  const slides = [...template.content.children];
  for (const medium of template.content.querySelectorAll<HTMLMediaElement>('video, audio'))
    medium.muted = true;
  return slides;
}

function setStep(slide: Element, step: number): void {
  for (const fragment of slide.querySelectorAll('.fragment'))
    fragment.classList.remove('visible', 'current-fragment');
  showSteps(slide, step);
}

/** Give the page the styles of the deck, before its own; those that are the same stay, and with them their fonts. */
export function applyLook({ styles, lang, dir, width, height }: RemoteLook): void {
  const root = document.documentElement;
  root.lang = lang;
  root.dir = dir;
  root.style.setProperty('--ratio', String(width / height));
  const own = document.head.querySelector('style:not([data-deck])');
  const present = [...document.head.querySelectorAll<HTMLStyleElement>('style[data-deck]')];
  for (const [index, style] of styles.entries()) {
    const element = present[index] ?? document.createElement('style');
    element.dataset['deck'] = '';
    if (element.textContent !== style) element.textContent = style;
    if (!element.isConnected) own?.before(element);
  }
  for (const rest of present.slice(styles.length)) rest.remove();
}
