/** One line from the page to the speaker, such as "the speaker window was blocked". */

const shownFor = 8000;

/** Show a message at the lower edge for some seconds; screen readers say it at once. */
export function showMessage(text: string): void {
  document.querySelector('.lectern-message')?.remove();
  const element = document.createElement('div');
  element.className = 'lectern-message';
  element.setAttribute('role', 'alert');
  element.textContent = text;
  document.body.append(element);
  setTimeout(() => element.remove(), shownFor);
}
