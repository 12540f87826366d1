/** What a deck takes from other files: the map that the core reads from, and the way from a written path to a key of it. */

/** What a deck names, by path relative to the deck's folder (`media/x.svg`), or `lectern:…` for what the package ships. */
export type Sources = ReadonlyMap<string, Uint8Array>;

type ResolvedPath =
  | { readonly kind: 'inside'; readonly path: string }
  | { readonly kind: 'remote' | 'outside' };

/** Resolve a URL as the author wrote it against the deck's folder, without a disk. */
export function resolvePath(url: string): ResolvedPath {
  // One letter is a drive: no kind of address is so short.
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url))
    return { kind: /^(?:file|[a-z]):/i.test(url) ? 'outside' : 'remote' };
  const decoded = decodePath(url.replace(/[?#].*$/, ''));
  if (decoded.startsWith('/') || decoded.includes('\\') || decoded.includes('\0')) return { kind: 'outside' };
  const parts: string[] = [];
  for (const part of decoded.split('/')) {
    if (part === '..' && parts.pop() === undefined) return { kind: 'outside' };
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return { kind: 'inside', path: parts.join('/') };
}

/** Decode what an address may write in `%` and two digits; as it is where that cannot be read. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
