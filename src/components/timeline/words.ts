/** Generated words of a timeline that `strings.ts` does not have yet; English until they move there. */

/** Said on the axis when events are spaced evenly. */
export const notToScale = 'not to scale';

/** Count the marks of a lane that have no label. */
export function moreWithoutLabel(count: number): string {
  return `${count} more without a label`;
}
