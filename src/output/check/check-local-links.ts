/** Takes finished slides and reports links to files that are not beside the deck: they would lead nowhere wherever the talk is put. */
import { access, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { resolvePath } from '../../deck/sources.js';
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
        note: 'Paths are relative to the deck; upper and lower case count.',
        actual: href,
      },
    );
  }
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
