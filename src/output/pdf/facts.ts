/**
 * Takes nothing, leaves the type of what is known of a PDF besides its pages.
 * A step of its own because both ways to write it down, the fast and the thorough one, need it.
 */

import type { SlidePage } from './outline.js';

/** What a reader is told of a document. */
export interface PdfFacts {
  readonly title: string;
  readonly author?: string | undefined;
  readonly subject?: string | undefined;
  /** BCP 47, such as `en-GB`. */
  readonly lang: string;
  readonly keywords?: string | undefined;
  /** Of creation and change; absent: the document carries no date, so that two prints are the same bytes. */
  readonly date?: Date | undefined;
  /** One label a page, in order; absent: the viewer counts from 1. */
  readonly pageLabels?: readonly string[] | undefined;
  /** The slide that each page shows, where that is what pages are. */
  readonly slides?: readonly SlidePage[] | undefined;
  /** Files that the PDF carries. */
  readonly attachments?: readonly PdfAttachment[] | undefined;
}

/** A file inside of a PDF. */
export interface PdfAttachment {
  readonly name: string;
  /** What it is, for who cannot open it. */
  readonly description: string;
  /** Its media type, such as `text/markdown`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}
