/** Takes what command and deck say of printing and leaves it complete for one document: paper, sizes in mm, what stands on a page. */
import type { PerPage, PrintLayout, PrintSettings, SlideRange } from '../../config/print-settings.js';
import type { DeckOptions } from '../../deck/options.js';

/** How one document is printed, complete. */
export interface PrintPlan {
  readonly layout: PrintLayout;
  /** Absent: pages as large as the slide. */
  readonly paper: PaperSize | undefined;
  readonly perPage: PerPage;
  readonly steps: boolean;
  readonly range: readonly SlideRange[] | undefined;
  readonly inkSaver: boolean;
  readonly notes: boolean;
  readonly cover: boolean;
  readonly address: string;
  /** Width of a slide's picture on the page, in mm. */
  readonly slideWidth: number;
  /** Height of a row of slides, in mm. */
  readonly rowHeight: number;
}

/** A sheet of paper, upright, in mm. */
export interface PaperSize {
  readonly name: 'A4' | 'letter';
  readonly width: number;
  readonly height: number;
}

const sheets = {
  A4: { name: 'A4', width: 210, height: 297 },
  Letter: { name: 'letter', width: 215.9, height: 279.4 },
} as const;

/** As in print.css: 16 mm at each side, 18 mm at the head, 16 mm at the foot. */
const sideMargins = 32;
const endMargins = 34;

/** No printer reaches the edge of the paper. */
const edge = 6;

/** Beneath a slide there is room for a few lines of text and its sources. */
const roomBeneath = 28;

/** Rows of slides on a page. */
const rows: Readonly<Record<PerPage, number>> = { 1: 1, 2: 2, 3: 3, 4: 2, 6: 3 };

/** Complete the settings of a document: the command's win over the deck's. */
export function planPrint(layout: PrintLayout, config: PrintSettings, deck: DeckOptions): PrintPlan {
  const said: PrintSettings = { ...deck.print, ...dropUndefined(config) };
  const perPage = said.perPage ?? 3;
  const paper = choosePaper(layout, said.paper, deck.lang);
  return {
    layout,
    paper,
    perPage,
    steps: said.steps ?? false,
    range: said.range,
    inkSaver: said.inkSaver ?? false,
    notes: said.notes ?? (layout === 'notes' || layout === 'outline'),
    cover: said.cover ?? layout === 'handout',
    address: said.address ?? '',
    ...sizes(layout, perPage, paper, deck),
  };
}

function dropUndefined(settings: PrintSettings): PrintSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function choosePaper(
  layout: PrintLayout,
  paper: PrintSettings['paper'],
  lang: string,
): PaperSize | undefined {
  if (layout === 'slides' && (paper === undefined || paper === 'slide')) return undefined;
  if (paper === 'A4' || paper === 'Letter') return sheets[paper];
  return /^en-(US|CA)$/i.test(lang) ? sheets.Letter : sheets.A4;
}

/** As large as the paper lets it: as wide as the text, or as high as a row without the room for text. */
function sizes(layout: PrintLayout, perPage: PerPage, paper: PaperSize | undefined, { size }: DeckOptions) {
  const aspect = size.width / size.height;
  const { width, height } = paper ?? sheets.A4;
  if (layout === 'slides')
    return { slideWidth: Math.min(height - 2 * edge, (width - 2 * edge) * aspect), rowHeight: width };
  const text = { width: width - sideMargins, height: height - endMargins };
  if (layout !== 'handout') return { slideWidth: text.width, rowHeight: 0 };
  // A little less than the page holds: rounding must not move the last row to the next one.
  const rowHeight = (text.height - 1) / rows[perPage];
  const columns = {
    1: text.width,
    2: text.width,
    3: text.width * 0.58,
    4: text.width / 2 - 4,
    6: text.width / 2 - 4,
  };
  const beneath = perPage === 3 ? 6 : roomBeneath;
  return { slideWidth: Math.min(columns[perPage], (rowHeight - beneath) * aspect), rowHeight };
}
