/** What decides how wide a text is. A file of its own because everything that measures speaks of it. */

/** How a text is set; the fields have the meaning of CSS. */
export interface TextStyle {
  /** Font size in px. */
  readonly size: number;
  /** 400 (the usual) to 600; between them the wider counts. */
  readonly weight?: number;
  /** Which of the themes' voices; `sans` by default. */
  readonly family?: 'sans' | 'display' | 'mono';
  /** Mono has no italic and browsers may not invent one. */
  readonly italic?: boolean;
  /** In em, as the themes write it. Figures need no such field: those of all faces are tabular. */
  readonly letterSpacing?: number;
}
