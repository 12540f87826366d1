/** Takes the stylesheets that the front matter names and leaves their rules, filtered and scoped to slides, before those of single slides. */
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { type Config, lowerTrust } from '../config/config.js';
import { resolvePath, type Sources } from '../deck/sources.js';
import { report } from '../diagnostics/report.js';
import { filterStylesheet } from './css/filter-stylesheet.js';

/** List the stylesheets of a deck, as keys of `Sources`. */
export function listStylesheets(file: VFile): string[] {
  return (file.data.deck?.css ?? []).flatMap((name) => {
    const path = resolvePath(name);
    return path.kind === 'inside' ? [path.path] : [];
  });
}

/** Put the deck's stylesheets in front of the slides' own styles. */
export function rehypeDeckCss(config: Config, sources: Sources) {
  return (_tree: Root, file: VFile): void => {
    const trust = lowerTrust(config.trust, file.data.deck?.trust ?? 'full');
    const sheets = (file.data.deck?.css ?? []).map((name) =>
      readStylesheet(name, trust === 'safe', sources, file),
    );
    file.data.styles = [...sheets.filter((css) => css !== ''), ...(file.data.styles ?? [])];
  };
}

function readStylesheet(name: string, refused: boolean, sources: Sources, file: VFile): string {
  const path = resolvePath(name);
  const bytes = path.kind === 'inside' ? sources.get(path.path) : undefined;
  if (!bytes || refused) {
    report(
      file,
      'css-missing',
      undefined,
      `Unexpected stylesheet \`${name}\`, expected ${refused ? 'none in a deck of trust `safe`' : 'a file in the deck’s folder'}`,
      {
        note: refused
          ? 'Give the deck more trust with `--trust default`.'
          : 'Paths are relative to the deck; upper and lower case count.',
        actual: name,
      },
    );
    return '';
  }
  const { css, removed } = filterStylesheet(new TextDecoder().decode(bytes), '.slide');
  for (const rule of removed) {
    report(
      file,
      'style-removed',
      undefined,
      `Unexpected style \`${rule}\` in \`${name}\`, expected one that neither fetches nor leaves the slide`,
      {
        actual: rule,
      },
    );
  }
  return css;
}
