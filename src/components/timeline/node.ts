/**
 * The nodes of a timeline: `timeline > (timelineLane > timelineEvent > timelineTitle …)`.
 * All text stays in `children`, so footnotes, links and every plugin find it where they find all text.
 */
import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  Node,
  Paragraph,
  Parent,
  PhrasingContent,
} from 'mdast';
import type { FuzzyDate } from '../../dates/date-types.js';
import type { TimelineLayout } from './layout-types.js';
import type { TimelineOptions } from './options.js';
import type { Domain } from './scale.js';

/** A timeline, or the part of one that stands on a slide. */
export interface TimelineNode extends Parent {
  type: 'timeline';
  /** The author's `#id`, else made from the line it stands on. */
  id: string;
  /** Classes the author gave. */
  classes: string[];
  options: TimelineOptions;
  /** Which part of the whole it is; absent where it is not cut. */
  part?: TimelinePart | undefined;
  /** Where everything stands, once the room is known. */
  layout?: TimelineLayout | undefined;
  /** Events that no slide shows, as words for the speaker; with the last part. */
  excluded: readonly string[];
  children: TimelineChild[];
}

/** One of the parts that a timeline was cut into. */
export interface TimelinePart {
  /** From 1. */
  readonly number: number;
  readonly total: number;
  /** The days that something is known of. */
  readonly span: Domain;
  /** The days its axis shows. */
  readonly domain: Domain;
  /** The days of the whole, and those of all its events. */
  readonly whole: Domain;
  readonly days: readonly number[];
}

/** What stands directly in a timeline, in the author's order. */
export type TimelineChild =
  | TimelineCaption
  | TimelineLane
  | TimelineLaneName
  | TimelineEra
  | TimelineLeftover
  | TimelineSource
  | BlockContent
  | DefinitionContent;

/** The text in the brackets of the directive. */
export interface TimelineCaption extends Parent {
  type: 'timelineCaption';
  children: PhrasingContent[];
}

/** One row of events. The name is its first child; a timeline without headings has one lane without a name. */
export interface TimelineLane extends Parent {
  type: 'timelineLane';
  children: (TimelineLaneName | TimelineEvent)[];
}

/** The heading of a lane; directly in a timeline the heading of its eras. */
export interface TimelineLaneName extends Parent {
  type: 'timelineLaneName';
  /** Rank as written. */
  depth: number;
  children: PhrasingContent[];
}

/** Something that happened, once or over a time. */
export interface TimelineEvent extends Parent {
  type: 'timelineEvent';
  when: FuzzyDate;
  milestone: boolean;
  planned: boolean;
  /** Whether it began in an earlier part, where all is said of it. */
  continued?: boolean | undefined;
  /** Title, text and detail, each at most once, in this order. */
  children: (TimelineTitle | TimelineText | TimelineDetail)[];
}

/** What happened, in a few words. */
export interface TimelineTitle extends Parent {
  type: 'timelineTitle';
  children: PhrasingContent[];
}

/** The words after the dash. */
export interface TimelineText extends Parent {
  type: 'timelineText';
  children: PhrasingContent[];
}

/** Blocks under the first paragraph of an item. */
export interface TimelineDetail extends Parent {
  type: 'timelineDetail';
  children: (BlockContent | DefinitionContent)[];
}

/** A span behind all lanes. */
export interface TimelineEra extends Parent {
  type: 'timelineEra';
  when: FuzzyDate;
  children: PhrasingContent[];
}

/** Items whose date could not be read: reported, and shown as the list they are. */
export interface TimelineLeftover extends Parent {
  type: 'timelineLeftover';
  children: ListItem[];
}

/** A paragraph that begins with `Source:`. */
export interface TimelineSource extends Parent {
  type: 'timelineSource';
  children: Paragraph['children'];
}

declare module 'mdast' {
  interface BlockContentMap {
    timeline: TimelineNode;
  }
  interface RootContentMap {
    timeline: TimelineNode;
    timelineCaption: TimelineCaption;
    timelineLane: TimelineLane;
    timelineLaneName: TimelineLaneName;
    timelineEvent: TimelineEvent;
    timelineTitle: TimelineTitle;
    timelineText: TimelineText;
    timelineDetail: TimelineDetail;
    timelineEra: TimelineEra;
    timelineLeftover: TimelineLeftover;
    timelineSource: TimelineSource;
  }
}

/** List the lanes of a timeline. */
export function lanesOf(timeline: { readonly children: readonly TimelineChild[] }): TimelineLane[] {
  return timeline.children.filter((child) => child.type === 'timelineLane');
}

/** List the eras of a timeline. */
export function erasOf(timeline: { readonly children: readonly TimelineChild[] }): TimelineEra[] {
  return timeline.children.filter((child) => child.type === 'timelineEra');
}

/** List the headings of the eras: one, where the author did not write several. */
export function eraNames(timeline: { readonly children: readonly TimelineChild[] }): TimelineLaneName[] {
  return timeline.children.filter((child) => child.type === 'timelineLaneName');
}

/** List the events of a lane in time order. */
export function eventsOf(lane: TimelineLane): TimelineEvent[] {
  return lane.children.filter((child) => child.type === 'timelineEvent');
}

/** Find the name of a lane. */
export function laneName(lane: TimelineLane): TimelineLaneName | undefined {
  const [first] = lane.children;
  return first?.type === 'timelineLaneName' ? first : undefined;
}

/** Find one part of an event. */
export function partOf<T extends TimelineEvent['children'][number]['type']>(
  event: TimelineEvent,
  type: T,
): Extract<TimelineEvent['children'][number], { type: T }> | undefined {
  return event.children.find(
    (child): child is Extract<TimelineEvent['children'][number], { type: T }> => child.type === type,
  );
}

/** Make the position of a run of nodes. */
export function spanOf(nodes: readonly Node[]): Pick<Node, 'position'> {
  const [first, last] = [nodes[0]?.position, nodes.at(-1)?.position];
  return first && last ? { position: { start: first.start, end: last.end } } : {};
}
