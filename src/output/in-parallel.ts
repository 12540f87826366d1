/** Takes things to do and leaves their results in the order of the things, whichever was done first. */

/** Do a few at the same time; the first failure ends the rest as soon as what is under way has ended. */
export async function inParallel<Thing, Result>(
  things: readonly Thing[],
  atOnce: number,
  work: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const entries = things.entries();
  let hasFailed = false;
  const workers = Array.from({ length: Math.min(atOnce, things.length) }, async () => {
    for (const [index, thing] of entries) {
      if (hasFailed) return;
      try {
        results[index] = await work(thing);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  });
  const ended = await Promise.allSettled(workers);
  const failure = ended.find((one) => one.status === 'rejected');
  if (failure) throw failure.reason;
  return results;
}
