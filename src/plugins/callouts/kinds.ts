/** The kinds of callout: what authors write in `[!…]`, the word that stands for it, and the drawing of its mark. Each mark has a shape of its own. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { StringKey } from '../../strings.js';

/** One kind of callout. */
interface CalloutKind {
  /** Its name among the generated words. */
  readonly word: StringKey;
  readonly draw: () => Element[];
}

const outline = { fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLineJoin: 'round' } as const;

/** All kinds, as GitHub has them. What warns is filled, what helps is an outline. */
export const calloutKinds = {
  note: { word: 'calloutNote', draw: () => [s('circle', { cx: 12, cy: 12, r: 9, ...outline }), letterI()] },
  tip: {
    word: 'calloutTip',
    draw: () => [
      s('path', { d: 'M9 17c0-3-3.5-4-3.5-8a6.5 6.5 0 0 1 13 0c0 4-3.5 5-3.5 8z', ...outline }),
      s('path', { d: 'M9.5 21.5h5', ...outline, strokeLineCap: 'round' }),
    ],
  },
  important: {
    word: 'calloutImportant',
    draw: () => [
      s('path', { d: 'M2.5 3.5h19v14h-8l-5 4.5v-4.5h-6z', ...outline }),
      ...exclamation({ top: 6.5, bottom: 11, dot: 14.2, fill: 'currentColor' }),
    ],
  },
  warning: {
    word: 'calloutWarning',
    draw: () => [
      s('path', { d: 'M12 2.5 23 21.5H1z', ...outline, fill: 'currentColor' }),
      ...exclamation({ top: 9, bottom: 14.5, dot: 18, fill: 'var(--lectern-ground)' }),
    ],
  },
  caution: {
    word: 'calloutCaution',
    draw: () => [
      s('path', { d: 'M8 2h8l6 6v8l-6 6H8l-6-6V8z', fill: 'currentColor' }),
      ...exclamation({ top: 6.5, bottom: 13, dot: 17, fill: 'var(--lectern-ground)' }),
    ],
  },
} as const satisfies Readonly<Record<string, CalloutKind>>;

/** Name of a kind of callout. */
export type CalloutName = keyof typeof calloutKinds;

/** Tell whether a name, in lower case, is a kind of callout. */
export function isCalloutName(name: string): name is CalloutName {
  return Object.hasOwn(calloutKinds, name);
}

function letterI(): Element {
  return s('path', { d: 'M12 11v5.5M12 7.4v.2', ...outline, strokeLineCap: 'round' });
}

interface Exclamation {
  readonly top: number;
  readonly bottom: number;
  readonly dot: number;
  readonly fill: string;
}

function exclamation({ top, bottom, dot, fill }: Exclamation): Element[] {
  const d = `M12 ${top}V${bottom}M12 ${dot}v.1`;
  return [s('path', { d, fill: 'none', stroke: fill, strokeWidth: 2.2, strokeLineCap: 'round' })];
}
