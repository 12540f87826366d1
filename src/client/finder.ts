/** One dialog to go anywhere: by number or title (`G`), or by any word on the slides (`/`). */
import type { RevealApi } from 'reveal.js';
import { createPart, openDialog } from './dialog.js';
import { slidesOf } from './preview.js';
import { type Find, findByText, findByTitle, fold, readSlides, readText } from './slide-text.js';
import type { Words } from './words.js';

/** Where the dialog looks. */
export type FinderMode = 'title' | 'text';

/** Open the dialog; Enter or a click goes to the chosen slide. */
export function openFinder(reveal: RevealApi, words: Words, mode: FinderMode): void {
  const slides = readSlides(slidesOf(reveal));
  const label = mode === 'title' ? words.jumpTo : words.searchFor;
  const field = createField(label);
  const list = createPart('ol', 'finder-list');
  list.id = 'lectern-finder-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  const empty = createPart('p', 'finder-empty');
  empty.setAttribute('role', 'status');
  const dialog = openDialog('finder', label, [field, list, empty]);
  let finds: readonly Find[] = [];
  let chosen = 0;

  function choose(index: number): void {
    chosen = Math.min(finds.length - 1, Math.max(0, index));
    for (const [place, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(place === chosen));
    const item = list.children[chosen];
    field.setAttribute('aria-activedescendant', item?.id ?? '');
    item?.scrollIntoView({ block: 'nearest' });
  }

  function search(): void {
    finds = (mode === 'title' ? findByTitle : findByText)(slides, field.value);
    list.replaceChildren(...finds.map(createItem));
    empty.textContent = finds.length === 0 ? words.nothingFound : '';
    const current = finds.findIndex(({ slide }) => slide === reveal.getCurrentSlide());
    choose(field.value === '' ? current : 0);
  }

  function go(): void {
    const find = finds[chosen];
    if (!find) return;
    dialog.close();
    goToFind(reveal, find, mode === 'text' ? field.value : '');
  }

  field.addEventListener('input', search);
  field.addEventListener('keydown', (event) => {
    // An unfinished character of an input method takes Enter and the arrows itself.
    if (event.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) choose(chosen + step);
    else if (event.key === 'Enter') go();
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const item = target instanceof Element ? target.closest('li') : null;
    if (!item) return;
    choose([...list.children].indexOf(item));
    go();
  });
  search();
  field.focus();
}

function createField(label: string): HTMLInputElement {
  const field = createPart('input', 'finder-field');
  field.type = 'text';
  field.placeholder = label;
  field.autocomplete = 'off';
  field.spellcheck = false;
  const properties = {
    role: 'combobox',
    'aria-label': label,
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
  };
  for (const [name, value] of Object.entries(properties)) field.setAttribute(name, value);
  field.setAttribute('aria-controls', 'lectern-finder-list');
  return field;
}

function createItem({ number, title, excerpt }: Find): HTMLLIElement {
  const item = createPart('li');
  item.id = `lectern-finder-${number}`;
  item.setAttribute('role', 'option');
  item.append(createPart('span', 'finder-number', String(number)), createPart('span', 'finder-title', title));
  if (excerpt) {
    const [before, hit, after] = excerpt;
    const line = createPart('span', 'finder-excerpt');
    line.append(before, createPart('mark', '', hit), after);
    item.append(line);
  }
  return item;
}

/** Go to a slide; what was searched for may be in a step, which is then shown. */
function goToFind(reveal: RevealApi, { slide }: Find, query: string): void {
  const { h, v } = reveal.getIndices(slide);
  const words = fold(query).split(/\s+/).filter(Boolean);
  const steps = [...slide.querySelectorAll('.fragment')]
    .filter((step) => words.some((word) => fold(readText(step)).includes(word)))
    .map((step) => Number(step.getAttribute('data-fragment-index') ?? 0));
  if (steps.length > 0) reveal.slide(h, v, Math.max(...steps));
  else reveal.slide(h, v);
}
