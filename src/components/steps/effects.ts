/** THE table of effects of `:::steps`: the classes that each gives a step. reveal.js moves what it knows; the rest is in style.css. */

/** Classes of a step by the name of its effect; the first is what steps do unless told. */
export const effects = {
  fade: [],
  up: ['fade-up'],
  down: ['fade-down'],
  left: ['fade-left'],
  right: ['fade-right'],
  zoom: ['zoom-in'],
  spotlight: ['step-spotlight'],
  highlight: ['custom', 'step-highlight'],
  dim: ['custom', 'step-dim'],
  strike: ['custom', 'step-strike'],
  grow: ['custom', 'step-grow'],
  hide: ['fade-out'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of an effect. */
export type Effect = keyof typeof effects;

/** Names of all effects. */
export const effectNames = Object.keys(effects) as Effect[];

/** Tell whether a text names an effect. */
export function isEffect(name: unknown): name is Effect {
  return typeof name === 'string' && Object.hasOwn(effects, name);
}
