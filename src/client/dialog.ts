/** Modal dialogs over the talk. While one is open no key reaches the talk; Esc closes the topmost one first. */

/** Open a dialog with a content, in another window in its `target`; it is removed when it closes, and the focus returns to where it was. */
export function openDialog(
  name: string,
  label: string,
  content: readonly Node[],
  target = document,
): HTMLDialogElement {
  const dialog = target.createElement('dialog');
  dialog.className = `lectern-dialog lectern-${name}`;
  dialog.setAttribute('aria-label', label);
  dialog.append(...content);
  dialog.addEventListener('close', () => dialog.remove());
  // On the ground around its content.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // The browser closes on Esc; on its way up the same key would open reveal.js' overview.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  target.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Find the dialog that is open. */
export function findDialog(): HTMLDialogElement | null {
  return document.querySelector('dialog[open]');
}

/** Make an element with a class and a text; for another window in its `target`. */
export function createPart<Name extends keyof HTMLElementTagNameMap>(
  tagName: Name,
  className = '',
  text = '',
  target = document,
): HTMLElementTagNameMap[Name] {
  const element = target.createElement(tagName);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
