/** The notes of the speaker window: formatted as written, and what belongs to the step the talk has come to stands out. */

/** Show the notes of a slide; tells whether it has any. */
export function fillNotes(target: HTMLElement, slide: Element): boolean {
  const copies = [...slide.querySelectorAll(':scope > aside.notes')].flatMap((aside) =>
    [...aside.childNodes].map((node) => target.ownerDocument.importNode(node, true)),
  );
  target.replaceChildren(...copies);
  if (target.querySelector('.note-step')) markParts(target);
  return copies.length > 0;
}

/** Wrap every text of notes with marks, so that it knows its step: what stands before the first mark is step 0. */
export function markParts(notes: HTMLElement): void {
  const { ownerDocument } = notes;
  const walker = ownerDocument.createTreeWalker(notes, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const texts: (readonly [text: Text, step: string])[] = [];
  let step = '0';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // Nodes are of the other window: `instanceof` would ask for the classes of this one.
    if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as HTMLElement;
      if (element.matches('.note-step')) step = element.dataset['step'] ?? step;
    } else if (node.nodeValue?.trim() && !node.parentElement?.closest('.note-step'))
      texts.push([node as Text, step]);
  }
  for (const [text, of] of texts) {
    const part = ownerDocument.createElement('span');
    part.className = 'note-part';
    part.dataset['step'] = of;
    text.replaceWith(part);
    part.append(text);
  }
}

/** Let the notes stand at a step: the last one marked up to it is read now. */
export function followStep(notes: HTMLElement, step: number): void {
  const marked = [...notes.querySelectorAll<HTMLElement>('[data-step]')];
  const now = Math.max(0, ...marked.map(stepOf).filter((one) => one <= step));
  for (const part of marked) {
    part.classList.toggle('said', stepOf(part) < now);
    part.classList.toggle('now', stepOf(part) === now);
  }
  const first = marked.find((part) => part.classList.contains('now'));
  if (first && now > 0) scrollTo(notes, first);
}

function stepOf({ dataset }: HTMLElement): number {
  return Number(dataset['step']);
}

/** Only the notes scroll: `scrollIntoView` would move the window too. */
function scrollTo(notes: HTMLElement, part: HTMLElement): void {
  const [outer, inner] = [notes.getBoundingClientRect(), part.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.top + outer.height / 2) return;
  notes.scrollTop += inner.top - outer.top - outer.height / 6;
}
