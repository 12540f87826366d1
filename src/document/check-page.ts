/** Takes checked decks with pictures of their slides and leaves the page to look at: problems outlined in place, what is said below. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { SlideFacts } from '../deck/nodes.js';
import { type DeckOptions, defaultDeckOptions } from '../deck/options.js';
import type { Sources } from '../deck/sources.js';
import { createPalette, type PlainMessage } from '../diagnostics/format.js';
import type { CheckedFile } from '../diagnostics/reporters/report-input.js';
import { formatFrame } from '../diagnostics/reporters/text.js';
import { styles } from './check-page-style.js';
import { fontFaces } from './fonts.js';
import { renderHead } from './head.js';

/** A deck as the page shows it. */
export interface CheckPageDeck {
  readonly name: string;
  readonly options: DeckOptions;
  readonly slides: readonly SlideFacts[];
  /** The deck, then the files that it includes. */
  readonly files: readonly CheckedFile[];
  /** Addresses of the slides' pictures, by their ids. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** What the page shows. */
export interface CheckPage {
  readonly decks: readonly CheckPageDeck[];
  /** What was found, in one line. */
  readonly summary: string;
  /** Whether a browser looked at the slides. */
  readonly looked: boolean;
}

/** A message with its address on the page. */
interface Entry {
  readonly id: string;
  readonly number: number;
  readonly message: PlainMessage;
  /** The slide it belongs to; absent: none. */
  readonly slide: SlideFacts | undefined;
  readonly frame: string;
}

/** Write the page. */
export function renderCheckPage({ decks, summary, looked }: CheckPage, sources: Sources): string {
  const title = decks.length === 1 ? 'What the check found' : `What the check found in ${decks.length} decks`;
  const body = h('body', [
    h('main', [
      h('h1', title),
      h('p', { className: ['summary'] }, summary),
      ...(looked ? [] : [h('p', 'There are no pictures: this check ran without a browser.')]),
      ...decks.map(renderDeck),
    ]),
  ]);
  const characters = new Set([...toHtml(body)].map((letter) => letter.codePointAt(0) ?? 0));
  const faces = fontFaces(sources, characters, 'screen', ['Lectern Display', 'Lectern Sans', 'Lectern Mono']);
  const head = renderHead({
    deck: { ...defaultDeckOptions, title },
    styles: [styles, faces],
    scripts: [],
    trusted: false,
    live: false,
    sharing: undefined,
  });
  return toHtml({
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang: 'en' }, [head, body])],
  });
}

function renderDeck(deck: CheckPageDeck, index: number): Element {
  const prefix = `deck-${index + 1}`;
  const entries = listEntries(deck, prefix);
  const of = (slide: SlideFacts | undefined) => entries.filter((entry) => entry.slide === slide);
  const { title, lang, dir, size } = deck.options;
  const list = (heading: string, some: readonly Entry[]) =>
    some.length === 0
      ? []
      : [
          h('h3', heading),
          h(
            'ol',
            { className: ['messages'] },
            some.map((entry) => renderEntry(entry, prefix)),
          ),
        ];
  return h('section', { style: `--size:${size.width}/${size.height}` }, [
    h('h2', { lang, dir }, title || deck.name),
    h('p', { className: ['path'] }, deck.files[0]?.path ?? ''),
    ...(entries.length === 0 ? [h('p', 'Nothing to mend.')] : []),
    ...list('Of no slide', of(undefined)),
    h('h3', 'Slides'),
    h(
      'ol',
      { className: ['sheet'] },
      deck.slides.map((slide) => renderSlide(slide, of(slide), deck, prefix)),
    ),
    ...list(
      'Of the slides',
      entries.filter(({ slide }) => slide !== undefined),
    ),
  ]);
}

function listEntries({ files, slides }: CheckPageDeck, prefix: string): Entry[] {
  const all = files.flatMap(({ path, text, messages }, index) => {
    const lines = text.split(/\r\n|\r|\n/);
    const own = slides.filter(({ file }) => file === (index === 0 ? undefined : path));
    return messages.map((message) => {
      // Data and styles have lines of their own.
      const isHere = message.file === path;
      return {
        message,
        slide: message.spot
          ? slides.find(({ id }) => id === message.spot?.slide)
          : isHere
            ? findSlide(message.line, own)
            : undefined,
        frame: isHere ? formatFrame(message, lines, createPalette(false)).join('\n') : '',
      };
    });
  });
  return all.map((one, index) => ({ ...one, number: index + 1, id: `${prefix}-message-${index + 1}` }));
}

/** The slide in whose lines it stands; what goes on on further slides has the line of the first. */
function findSlide(line = 0, slides: readonly SlideFacts[]): SlideFacts | undefined {
  const last = slides.findLast((slide) => slide.line <= line);
  return slides.find((slide) => slide.line === last?.line);
}

function renderSlide(
  slide: SlideFacts,
  entries: readonly Entry[],
  { pictures, options: { lang, dir } }: CheckPageDeck,
  prefix: string,
): Element {
  const picture = pictures.get(slide.id);
  const [first] = entries;
  const alt = slide.title ? `Slide ${slide.number}: ${slide.title}` : `Slide ${slide.number}`;
  const image = picture ? [h('img', { src: picture, alt })] : [];
  const outlined = picture ? entries.filter(({ message }) => message.spot?.box) : [];
  // The smaller one is on top, or it could not be clicked.
  const outlines = [...outlined].sort((one, other) => areaOf(other) - areaOf(one)).map(renderOutline);
  const others = entries.filter((entry) => !outlined.includes(entry));
  return h('li', { id: slideAddress(prefix, slide) }, [
    ...(picture
      ? [
          h('div', { className: ['picture'] }, [
            ...(first ? [h('a', { href: `#${first.id}`, className: ['thumbnail'] }, image)] : image),
            ...outlines,
          ]),
        ]
      : []),
    h('p', [h('b', String(slide.number)), ' ', h('span', { lang, dir }, slide.title)]),
    ...others.map(({ id, number, message }) =>
      h('p', [h('a', { href: `#${id}` }, [mark(number, message), ` ${message.ruleId}`])]),
    ),
  ]);
}

function areaOf({ message: { spot } }: Entry): number {
  return (spot?.box?.width ?? 0) * (spot?.box?.height ?? 0);
}

function renderOutline({ id, number, message }: Entry): ElementContent {
  const { left, top, width, height } = message.spot?.box ?? { left: 0, top: 0, width: 1, height: 1 };
  const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;
  const style = `left:${percent(left)};top:${percent(top)};width:${percent(width)};height:${percent(height)}`;
  return h('a', { href: `#${id}`, className: ['outline', message.severity], style }, [
    mark(number, message),
    h('span', { className: ['visually-hidden'] }, ` ${message.ruleId}: ${message.reason}`),
  ]);
}

function mark(number: number, { severity }: PlainMessage): Element {
  return h('span', { className: ['mark', severity] }, [
    h('span', { className: ['visually-hidden'] }, `${severity} `),
    String(number),
  ]);
}

function renderEntry({ id, number, message, slide, frame }: Entry, prefix: string): Element {
  const { file, line, column, severity, ruleId, reason, note } = message;
  const place = [file, line, column].filter((part) => part !== undefined && part !== '').join(':');
  return h('li', { id, tabIndex: -1 }, [
    h('p', { className: ['facts'] }, [
      mark(number, message),
      ` ${severity} `,
      h('code', ruleId),
      ' ',
      h('code', place),
      ...(slide
        ? [
            ' ',
            h('a', { href: `#${encodeURIComponent(slideAddress(prefix, slide))}` }, `Slide ${slide.number}`),
          ]
        : []),
    ]),
    h('p', { className: ['reason'] }, renderText(reason)),
    ...(note ? [h('p', renderText(note))] : []),
    ...(message.fix ? [h('p', [h('code', '--fix'), ' mends it.'])] : []),
    ...(frame ? [h('pre', [h('code', frame)])] : []),
  ]);
}

function slideAddress(prefix: string, slide: SlideFacts): string {
  return `${prefix}-slide-${slide.id}`;
}

/** Messages have code between backticks. */
function renderText(text: string): ElementContent[] {
  return text
    .split(/(`[^`]+`)/)
    .filter(Boolean)
    .map((part) => (/^`.+`$/s.test(part) ? h('code', part.slice(1, -1)) : { type: 'text', value: part }));
}
