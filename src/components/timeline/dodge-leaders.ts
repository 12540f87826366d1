/** Takes the numbers of the axis and the leaders that pass them, and leaves the numbers where no leader runs through. */
import type { Tick, TickLabel } from './axis.js';

/** Farthest a number moves from its middle, in px: more would look like a mistake. */
const farthest = 24;
const air = 3;

/** Move the labels of ticks aside, inside their own unit, where a leader would run through them. */
export function dodgeLeaders(ticks: readonly Tick[], leaders: readonly number[]): Tick[] {
  return ticks.map((tick, index) => {
    const right = ticks[index + 1]?.x ?? tick.x ?? 0;
    return tick.label ? { ...tick, label: dodge(tick.label, right - (tick.x ?? 0), leaders) } : tick;
  });
}

function dodge(label: TickLabel, room: number, leaders: readonly number[]): TickLabel {
  const isClear = (x: number): boolean =>
    leaders.every((leader) => Math.abs(leader - x) > label.width / 2 + air);
  const slack = Math.min(farthest, (room - label.width) / 2 - air);
  for (let shift = 0; shift === 0 || shift <= slack; shift += 2) {
    for (const x of [label.x + shift, label.x - shift]) if (isClear(x)) return { ...label, x };
  }
  return { ...label, crossed: true };
}
