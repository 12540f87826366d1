/** Takes `::sources` and leaves a list without entries: no component sees the whole deck. */
import type { Paragraph } from 'mdast';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { checkOptions } from '../options.js';
import type { SourcesNode } from './node.js';
import { optionTable } from './options.js';

/** Parse a list of sources. */
export function parseSources(directive: ComponentDirective, { file }: ComponentContext): SourcesNode {
  const options = checkOptions(directive, optionTable, file);
  const { id, class: className } = directive.attributes ?? {};
  const position = directive.position && { position: directive.position };
  const caption: Paragraph = {
    type: 'paragraph',
    children: directive.type === 'leafDirective' ? directive.children : [],
    data: { directiveLabel: true },
    ...position,
  };
  return {
    type: 'sources',
    id: id || `sources-${directive.position?.start.line ?? 1}`,
    classes: (className ?? '').split(/\s+/).filter(Boolean),
    most: typeof options.split === 'string' ? Number(options.split) : 12,
    backlinks: options.backlinks === true,
    children: caption.children.length > 0 ? [caption] : [],
    ...position,
  };
}
