/** Keeps the screen awake while somebody presents: from the first key or full screen on, as long as the page is seen. */

/** Ask for it when the talk begins. A browser that cannot or may not is no matter for the audience. */
export function keepAwake(): void {
  if (!('wakeLock' in navigator)) return;
  let presenting = false;
  let lock: WakeLockSentinel | undefined;

  async function request(): Promise<void> {
    if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    lock = await navigator.wakeLock.request('screen').catch(() => undefined);
  }

  const begin = (): void => {
    if (presenting) return;
    presenting = true;
    void request();
  };
  document.addEventListener('keydown', begin, { capture: true });
  document.addEventListener('fullscreenchange', begin);
  // The browser lets go of it whenever the page is hidden.
  document.addEventListener('visibilitychange', () => {
    if (presenting) void request();
  });
}
