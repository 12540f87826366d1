/** Takes paths as they come and leaves them in lots: all that came since the last lot was taken. */

/** Paths on their way from the watcher to the work. */
export interface PathQueue {
  add(paths: Iterable<string>): void;
  /** Wait for the next lot, at most so long; an empty lot when nothing came, none when the signal is aborted. */
  next(milliseconds?: number): Promise<ReadonlySet<string> | undefined>;
}

/** Make a queue for one taker. */
export function createPathQueue(signal: AbortSignal): PathQueue {
  let waiting = new Set<string>();
  let wake = () => {};
  signal.addEventListener('abort', () => wake(), { once: true });
  return {
    add(paths) {
      for (const one of paths) waiting.add(one);
      if (waiting.size > 0) wake();
    },
    async next(milliseconds) {
      if (waiting.size === 0 && !signal.aborted) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (milliseconds !== undefined) timer = setTimeout(resolve, milliseconds);
        });
        clearTimeout(timer);
      }
      if (signal.aborted) return undefined;
      const lot = waiting;
      waiting = new Set();
      return lot;
    },
  };
}
