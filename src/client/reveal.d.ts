/** reveal.js is a script of its own in the page, loaded before ours: a global here, and types only from its package. */
import type { RevealApi } from 'reveal.js';

declare global {
  const Reveal: RevealApi;
}
