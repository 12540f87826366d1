/** Takes the themes that a deck names by package and leaves their stylesheets among the sources; only what the person installed is found. */
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Larger than any list of values. */
const mostBytes = 256 * 1024;

/** Read the themes `theme:<package>` from `node_modules` of the deck's folder and those above it; what is not there is left out. */
export async function addThemePackages(
  names: readonly string[],
  root: string,
  sources: Map<string, Uint8Array>,
): Promise<void> {
  for (const name of names.filter((one) => one.startsWith('theme:'))) {
    const css = await readTheme(name.slice('theme:'.length), root);
    if (css) sources.set(name, css);
  }
}

async function readTheme(name: string, root: string): Promise<Uint8Array | undefined> {
  for (let folder = await realpath(root); ; folder = path.dirname(folder)) {
    const found = await readPackage(path.join(folder, 'node_modules', name));
    if (found || path.dirname(folder) === folder) return found;
  }
}

/** `"lectern": { "theme": "x.css" }` of its package.json says which file, else `style`, else it is `theme.css`. */
async function readPackage(folder: string): Promise<Uint8Array | undefined> {
  try {
    const about: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const home = await realpath(folder);
    const file = await realpath(path.join(folder, themeFile(about)));
    if (!file.startsWith(home + path.sep)) return undefined;
    const css = await readFile(file);
    return css.length <= mostBytes ? css : undefined;
  } catch {
    // Not installed here, or no theme: the message is about the name in the deck.
    return undefined;
  }
}

function themeFile(about: unknown): string {
  const { lectern, style } = about as {
    readonly lectern?: { readonly theme?: unknown };
    readonly style?: unknown;
  };
  const file = lectern?.theme ?? style;
  return typeof file === 'string' ? file : 'theme.css';
}
