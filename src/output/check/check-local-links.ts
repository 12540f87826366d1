/** Takes finished slides and reports links to files that are not beside the deck: they would lead nowhere wherever the talk is put. */
import { access, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { resolvePath } from '../../deck/sources.js';
import { suggestPath } from '../../diagnostics/missing-file.js';
import { report } from '../../diagnostics/report.js';

/** Report links to missing files. */
export async function checkLocalLinks(tree: Root, file: VFile, folder: string): Promise<void> {
  const links: Element[] = [];
  visit(tree, 'element', (element: Element) => {
    const { href } = element.properties;
    if (element.tagName === 'a' && typeof href === 'string' && !href.startsWith('#')) links.push(element);
  });
  for (const link of links) {
    const href = String(link.properties.href);
    const target = resolvePath(href);
    if (target.kind === 'remote' || (target.kind === 'inside' && (await isInside(folder, target.path))))
      continue;
    report(
      file,
      'link-file-missing',
      link,
      `Unexpected link to \`${href}\`, expected a file in the deck’s folder`,
      {
        note: target.kind === 'inside' ? await cureOf(target.path, folder) : unlike,
        actual: href,
      },
    );
  }
}

const unlike = 'Paths are relative to the deck; upper and lower case count.';

/** The file beside it that is probably meant. */
async function cureOf(name: string, folder: string): Promise<string> {
  const directory = path.posix.dirname(name);
  const beside = await readdir(path.join(folder, directory)).catch(() => []);
  const close = suggestPath(
    name,
    beside.map((one) => path.posix.join(directory, one)),
  );
  return close ? `Did you mean \`${close}\`?` : unlike;
}

async function isInside(folder: string, name: string): Promise<boolean> {
  try {
    const [root, target] = await Promise.all([realpath(folder), realpath(path.join(folder, name))]);
    await access(target);
    return target === root || target.startsWith(root + path.sep);
  } catch {
    return false;
  }
}
