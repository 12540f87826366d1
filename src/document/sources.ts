/** Takes `Sources` and leaves what the package ships in them, under names with the prefix `lectern:`. */
import type { Sources } from '../deck/sources.js';

const decoder = new TextDecoder();

/** Read a text the package ships. A missing one is a bug of the caller, who must hand over the package's files. */
export function readShipped(sources: Sources, name: string): string {
  const bytes = sources.get(`lectern:${name}`);
  if (!bytes)
    throw new Error(`Unexpected sources without \`lectern:${name}\`, expected the files of loadPackage()`);
  return decoder.decode(bytes);
}

/** Name the themes the package ships. */
export function listThemes(sources: Sources): string[] {
  return [...sources.keys()]
    .filter((key) => key.startsWith('lectern:themes/') && key.endsWith('.css'))
    .map((key) => key.slice('lectern:themes/'.length, -'.css'.length));
}

/** Make a `data:` URI of a file the package ships. */
export function shippedDataUri(sources: Sources, name: string, type: string): string {
  const bytes = sources.get(`lectern:${name}`);
  if (!bytes)
    throw new Error(`Unexpected sources without \`lectern:${name}\`, expected the files of loadPackage()`);
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
