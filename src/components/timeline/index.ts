/** The timeline: dated lists in, a figure with flags on an axis out. */
import { listDataSource } from '../../data/data-source.js';
import type { Component } from '../component.js';
import { fromData } from './from-data.js';
import { measureTimeline } from './measure.js';
import type { TimelineNode } from './node.js';
import { optionTable } from './options.js';
import { splitTimeline } from './paginate.js';
import { parseTimeline } from './parse.js';
import { renderTimeline } from './render.js';
import { writeTimeline } from './write.js';

/** `:::timeline`: events in lanes along an axis, with eras behind them. */
export const timeline: Component<TimelineNode> = {
  name: 'timeline',
  summary: 'Dated lists as events on an axis, in lanes, with eras behind',
  options: optionTable,
  form: 'container',
  sources: listDataSource,
  fromData,
  parse: parseTimeline,
  measure: measureTimeline,
  split: splitTimeline,
  render: renderTimeline,
  write: writeTimeline,
};
