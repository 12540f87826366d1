/** Hides the arrows while the mouse rests: on a stage they are nobody's business. */

const restAfter = 2000;

/** Keep the class `idle` on an element unless the mouse moved within the last two seconds. */
export function hideControlsAtRest(element: HTMLElement): void {
  let timer = 0;
  element.classList.add('idle');
  document.addEventListener('mousemove', ({ movementX, movementY }) => {
    // Browsers report a move of nothing when the page changes under a mouse that rests.
    if (movementX === 0 && movementY === 0) return;
    element.classList.remove('idle');
    clearTimeout(timer);
    timer = window.setTimeout(() => element.classList.add('idle'), restAfter);
  });
}
