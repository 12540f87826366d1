/** Videos behind a slide: they play while their slide is on stage and stand still otherwise. */
import type { RevealApi } from 'reveal.js';
import { deckUpdated } from './events.js';

/** Let background videos follow the talk; who wants less motion sees their first frame. */
export function playBackdrops(reveal: RevealApi): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const update = (): void => {
    const current = still.matches ? null : reveal.getCurrentSlide();
    // Asked for each time: reveal.js makes the slides anew when it leaves its scroll view.
    for (const video of document.querySelectorAll<HTMLVideoElement>(
      '.slide-canvas > .slide-background video',
    ))
      direct(video, current?.contains(video) ?? false);
  };
  // reveal.js starts every video behind a slide, also for those who want less motion.
  document.addEventListener('play', update, { capture: true });
  for (const name of ['slidechanged', deckUpdated]) reveal.on(name, update);
  still.addEventListener('change', update);
  update();
}

function direct(video: HTMLVideoElement, on: boolean): void {
  // With `autoplay` all of them would start at once.
  video.autoplay = false;
  video.muted = true;
  video.loop = true;
  video.playsInline = true;
  if (!on) video.pause();
  // A browser that saves power may refuse: then the first frame is the picture.
  else if (video.paused) video.play().catch(() => {});
}
