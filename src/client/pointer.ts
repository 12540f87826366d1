/** Where the mouse is: zoom and laser begin there, whichever key started them. */

/** A place in the window, in CSS px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Follow the mouse; the place is absent while it is not over the page. */
export function followPointer(listener: (place: Place | undefined) => void): void {
  document.addEventListener('pointermove', ({ clientX, clientY }) => listener({ x: clientX, y: clientY }));
  document.documentElement.addEventListener('pointerleave', () => listener(undefined));
}
