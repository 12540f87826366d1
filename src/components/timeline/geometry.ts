/** Takes the number of lanes and what surrounds them and leaves the heights: lines, tiers, names. All sizes are here. */

/** The slide is 1280 px wide with 72 px at each side; under its title and over its foot there is this much. */
export const area = { width: 1136, height: 500 } as const;

/** Heights in px of what stands around the lanes; `style.css` says the same. */
export const strip = { caption: 30, note: 28, era: 24, name: 32, ticks: 28, bar: 9 } as const;

/** A label of a date and two lines: flags up to this height share their upper edge above an axis. */
const standardLabel = 58;
/** Room beside the axis for elbows. */
const elbowRoom = 18;

/** The heights of one lane. */
export interface RowGeometry {
  readonly baseline: number;
  readonly direction: -1 | 1;
  readonly reach: number;
  readonly tiers: readonly number[];
  readonly standard: number;
  readonly nameTop: number;
  /** Distances from the line between which leaders may go aside. */
  readonly elbow: readonly [number, number];
}

/** The heights of a drawing. */
export interface Geometry {
  readonly height: number;
  readonly axis: number;
  readonly rows: readonly RowGeometry[];
}

/** What heights depend on. */
export interface Surroundings {
  /** Bars that lie over one another, for each lane. */
  readonly barLevels: readonly number[];
  /** Height of the labels of eras, 0 without eras. */
  readonly eraHeight: number;
  /** Height taken by caption and notes. */
  readonly taken: number;
}

/** Choose the heights of one lane above the axis, of two around it, or of rows above a common axis. */
export function chooseGeometry({ barLevels, eraHeight, taken }: Surroundings): Geometry {
  const height = Math.max(320, area.height - taken);
  if (barLevels.length === 1) return singleLane(barLevels[0] ?? 0, eraHeight, height);
  if (barLevels.length === 2) return facingLanes(barLevels, eraHeight, height);
  return stackedRows(barLevels, eraHeight, height);
}

function singleLane(levels: number, top: number, limit: number): Geometry {
  const elbow = elbowAfter(10 + levels * strip.bar);
  const first = elbow[1] + 4;
  const pitch = Math.min(78, Math.floor((limit - top - strip.name - strip.ticks - first) / 3));
  const axis = top + strip.name + first + 3 * pitch;
  const row: RowGeometry = {
    baseline: axis,
    direction: -1,
    reach: axis,
    tiers: [first, first + pitch, first + 2 * pitch],
    standard: standardLabel,
    nameTop: top,
    elbow,
  };
  return { height: axis + strip.ticks + 6, axis, rows: [row] };
}

/** First lane above the axis, second below, the numbers of the axis between axis and second lane. */
function facingLanes(levels: readonly number[], top: number, height: number): Geometry {
  const upperElbow = elbowAfter(10 + (levels[0] ?? 0) * strip.bar);
  const lowerElbow = elbowAfter(strip.ticks + 2 + (levels[1] ?? 0) * strip.bar);
  const [upperFirst, lowerFirst] = [upperElbow[1] + 4, lowerElbow[1] + 4];
  const pitch = Math.min(72, Math.floor((height - top - upperFirst - lowerFirst) / 6));
  const axis = top + upperFirst + 3 * pitch;
  const tiers = (first: number): number[] => [first, first + pitch, first + 2 * pitch];
  return {
    height,
    axis,
    rows: [
      {
        baseline: axis,
        direction: -1,
        reach: axis,
        tiers: tiers(upperFirst),
        standard: standardLabel,
        nameTop: top,
        elbow: upperElbow,
      },
      {
        baseline: axis,
        direction: 1,
        reach: height - axis,
        tiers: tiers(lowerFirst),
        standard: 0,
        nameTop: height - strip.name,
        elbow: lowerElbow,
      },
    ],
  };
}

/** Three lanes and more: a row each, and one axis under all. Rows are low, so tiers lie close and boxes decide. */
function stackedRows(barLevels: readonly number[], top: number, height: number): Geometry {
  const axis = height - strip.ticks;
  const rowHeight = Math.floor((axis - top) / barLevels.length);
  const rows = barLevels.map((levels, index): RowGeometry => {
    const elbow = elbowAfter(8 + levels * strip.bar, 10);
    const baseline = top + rowHeight * (index + 1) - 12;
    const first = elbow[1] + 2;
    const tiers = [0, 1, 2].map((tier) => first + tier * 41).filter((near) => near + 38 <= rowHeight - 12);
    return {
      baseline,
      direction: -1,
      reach: rowHeight - 8,
      tiers: tiers.length > 0 ? tiers : [first],
      standard: 0,
      nameTop: top + rowHeight * index,
      elbow,
    };
  });
  return { height, axis, rows };
}

function elbowAfter(start: number, room: number = elbowRoom): [number, number] {
  return [start, start + room];
}
