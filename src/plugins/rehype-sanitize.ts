/**
 * Takes slides from anybody and leaves slides that can neither run code, fetch, nor leave their place; each removal has a message.
 * The last step that changes slides, so that no plugin can bring in what was taken out.
 */
import type { Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { lowerTrust, type Trust } from '../config/config.js';
import { cleanElement, isFormField } from './html/clean-element.js';
import { reportElement, reportRemoved } from './html/report-removed.js';
import { slideSchema } from './html/schema.js';

/** How far to trust the author. */
export interface SanitizeOptions {
  /** `full` lets everything through, `safe` keeps only styles for sizes, spaces and colours. The deck may lower it. */
  readonly trust?: Trust | undefined;
}

/**
 * Remove what is unsafe on a slide.
 *
 * before: section.slide > p > b[onclick=…] "x", script "…", span[style="color: red; background: url(…)"]
 * after:  section.slide > p > b "x", span[style="color:red"]
 */
export function rehypeSanitize({ trust = 'default' }: SanitizeOptions = {}) {
  return (tree: Root, file: VFile): Root => {
    const level = lowerTrust(trust, file.data.deck?.trust ?? 'full');
    if (level === 'full') return tree;
    visit(tree, 'element', (element, index, parent) => {
      if (isFormField(element) && parent && index !== undefined) {
        reportElement(element, file, true);
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      // What goes as a whole needs no message for its parts.
      if (slideSchema.tagNames.includes(element.tagName))
        cleanElement(element, file, { safeOnly: level === 'safe' });
      return undefined;
    });
    const safe = sanitize(tree, slideSchema);
    if (safe.type !== 'root')
      throw new Error(`Unexpected \`${safe.type}\` from the sanitiser, expected \`root\``);
    reportRemoved(tree, safe, file);
    return safe;
  };
}
