/** Asks the server; a page that waits for an answer for ever would do nothing, without a word. */

/** A server that is there answers long before; a network that went without a word never does. */
const longestAnswerMilliseconds = 4000;

/** Ask; nothing when no answer came in time. */
export function ask(address: string, how: RequestInit = {}): Promise<Response | undefined> {
  const signal = AbortSignal.timeout(longestAnswerMilliseconds);
  return fetch(address, { ...how, signal }).catch(() => undefined);
}
