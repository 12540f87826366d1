/** `::sources`: every footnote and `Source:` line of the deck, each once, with the slides that name it. */
import type { Component } from '../component.js';
import { measureSources, splitSources } from './layout.js';
import type { SourcesNode } from './node.js';
import { optionTable } from './options.js';
import { parseSources } from './parse.js';
import { renderSources } from './render.js';

/** The list of sources. */
export const sources: Component<SourcesNode> = {
  name: 'sources',
  summary: 'Every footnote and `Source:` line of the deck, each once, with its slides',
  options: optionTable,
  form: 'leaf',
  parse: parseSources,
  measure: measureSources,
  split: splitSources,
  render: renderSources,
};
