/** The parts of a level axis before labels have places: what `axis-layout.ts` finds out and `assemble.ts` puts together. */
import type { ComponentContext } from '../component.js';
import { placeTicks } from './axis.js';
import type { EraBand } from './era-bands.js';
import type { Frame, Geometry } from './geometry.js';
import type { LabelStyle } from './label.js';
import type { TimeView } from './lane-marks.js';
import type { NowMarker, Point, TimelineLayout } from './layout-types.js';
import type { TimelineNode } from './node.js';
import type { Domain } from './scale.js';
import type { Member } from './tracks.js';

/** Time as it is drawn: its scale, its unit, what is left out of it. */
export interface TimeAxis extends TimeView {
  readonly kind: TimelineLayout['scale'];
  /** Months between two ticks. */
  readonly step: number;
  readonly gaps: readonly Domain[];
}

/** All that stands on the axis before labels have places. */
export interface AxisParts {
  readonly node: TimelineNode;
  readonly frame: Frame;
  readonly time: TimeAxis;
  readonly bands: readonly (EraBand | undefined)[];
  readonly geometry: Geometry;
  /** The track of each member, parallel to the tracks of the geometry. */
  readonly tracks: readonly (readonly Member[])[];
  readonly names: readonly { readonly at: Point; readonly key: Point | undefined; readonly width: number }[];
  readonly now: NowMarker | undefined;
  readonly style: LabelStyle;
  readonly context: ComponentContext;
}

/** Place the ticks of an axis that is in proportion to time. */
export function ticksOf(
  { kind, domain, step, scale, gaps, options }: TimeAxis,
  lang: string,
): ReturnType<typeof placeTicks> {
  return kind === 'even' || options.ticks === 'none' ? [] : placeTicks(domain, step, scale, gaps, lang);
}
