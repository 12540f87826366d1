/** Takes `<style>` elements out of slides and leaves their rules, filtered and scoped to their slide, in `file.data.styles`. */
import type { Element, Root } from 'hast';
import { toString as hastToString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { listSections } from '../deck/sections.js';
import { report } from '../diagnostics/report.js';
import { filterStylesheet } from './css/filter-stylesheet.js';

declare module 'vfile' {
  interface DataMap {
    /** The deck's own rules, safe and scoped, in the order of the slides. */
    styles?: readonly string[];
  }
}

/** Collect the styles that authors write on slides. */
export function rehypeStyles() {
  return (tree: Root, file: VFile): void => {
    const styles: string[] = [];
    for (const section of listSections(tree)) {
      visit(section, 'element', (element, index, parent) => {
        if (element.tagName !== 'style' || !parent || index === undefined) return undefined;
        const css = readStyle(element, section, file);
        if (css) styles.push(css);
        parent.children.splice(index, 1);
        return [SKIP, index];
      });
    }
    file.data.styles = styles;
  };
}

function readStyle(element: Element, section: Element, file: VFile): string {
  const { css, removed } = filterStylesheet(
    hastToString(element),
    `[id=${JSON.stringify(section.properties.id)}]`,
  );
  for (const rule of removed) {
    report(
      file,
      'style-removed',
      element,
      `Unexpected style \`${rule}\`, expected one that neither fetches nor leaves the slide`,
      {
        actual: rule,
      },
    );
  }
  return css;
}
