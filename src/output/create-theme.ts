/** Takes the name of a folder and leaves a theme in it: its stylesheet, a package.json to install it by, and a deck that shows it. */
import path from 'node:path';
import type { Sources } from '../deck/sources.js';
import { suggestNote } from '../diagnostics/suggest.js';
import { listThemes, readShipped } from '../document/sources.js';
import { completeTheme } from '../theme/complete-theme.js';
import { readTheme } from '../theme/read-theme.js';
import { writeThemeSheet } from '../theme/write-theme.js';
import { UserError } from '../user-error.js';
import { prepareFolder } from './create-deck.js';
import { writeFileAtomically } from './write-file.js';

/** Paths of a new theme. */
export interface CreatedTheme {
  readonly theme: string;
  readonly deck: string;
}

/**
 * Make a theme.
 *
 * @param from name of a theme that the package ships
 * @throws UserError when there is no such theme or the folder holds something
 */
export async function createTheme(folder: string, from: string, shipped: Sources): Promise<CreatedTheme> {
  const known = listThemes(shipped);
  if (!known.includes(from))
    throw new UserError('option-invalid', `\`--from ${from}\` is no theme`, suggestNote(from, known));
  await prepareFolder(folder);
  const made = { theme: path.join(folder, 'theme.css'), deck: path.join(folder, 'deck.md') };
  const { tokens } = readTheme(readShipped(shipped, `themes/${from}.css`));
  await writeFileAtomically(made.theme, writeThemeSheet(completeTheme(tokens, new Map()), from));
  const name = path
    .basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, '-');
  const about = {
    name: /theme/.test(name) ? name : `lectern-theme-${name}`,
    version: '0.1.0',
    keywords: ['lectern', 'theme'],
    files: ['theme.css'],
    lectern: { theme: 'theme.css' },
  };
  await writeFileAtomically(path.join(folder, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
  await writeFileAtomically(made.deck, readShipped(shipped, 'templates/look.md'));
  return made;
}
