/** The dialog of keys (`?`), made from the table of keys. */
import { createPart, openDialog } from './dialog.js';
import { keyTable } from './keys.js';
import type { Words } from './words.js';

/** Show what every key does. */
export function openHelp(words: Words): void {
  const list = createPart('dl');
  for (const { label, word } of keyTable) {
    const keys = label.replace(/\{(\w+)\}/g, (_, name: string) => words[name as keyof Words]);
    const line = createPart('div');
    line.append(createPart('dt', '', keys), createPart('dd', '', words[word]));
    list.append(line);
  }
  const dialog = openDialog('help', words.keys, [createPart('h2', '', words.keys), list]);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === '?' || key === 'F1') dialog.close();
  });
}
