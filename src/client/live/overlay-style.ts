/** The look of the overlay: on the theme's ground, ruled off from the slide by one line. It travels with the overlay, not with the deck. */

/** Styles of the overlay. */
export const overlayStyle = `
.lectern-problems {
  box-sizing: border-box;
  position: fixed;
  z-index: 80;
  inset: auto 0 0;
  max-height: 52vh;
  padding: 22px 40px 26px;
  overflow: auto;
  border-top: 3px solid var(--lectern-ink);
  background: var(--lectern-ground);
  color: var(--lectern-ink);
  font: 400 17px/1.45 var(--lectern-font-sans);
}
.lectern-problems header {
  display: flex;
  gap: 4px 20px;
  flex-wrap: wrap;
  align-items: baseline;
}
.lectern-problems h2 { margin: 0; font: 600 24px/1.2 var(--lectern-font-display); }
.lectern-problems p { margin: 0; }
.lectern-problems header p { color: var(--lectern-soft); }
.lectern-problems button {
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-decoration: underline;
  text-decoration-thickness: 1px;
  text-underline-offset: 3px;
  cursor: pointer;
}
.lectern-problems header button { margin-inline-start: auto; }
.lectern-problems button:focus-visible { outline: 2px solid var(--lectern-ink); outline-offset: 3px; }
.lectern-problems article { margin-top: 16px; padding-top: 12px; border-top: 1px solid var(--lectern-hair); cursor: pointer; }
.lectern-problems .problem-head { display: flex; gap: 20px; justify-content: space-between; font-size: 15px; }
.lectern-problems .problem-place { overflow-wrap: anywhere; text-align: start; }
.lectern-problems .problem-rule { color: var(--lectern-soft); white-space: nowrap; }
.lectern-problems .problem-reason { font-weight: 600; overflow-wrap: anywhere; }
.lectern-problems .problem-note { color: var(--lectern-soft); }
.lectern-problems pre { margin: 8px 0 0; overflow: auto; font: 400 15px/1.5 var(--lectern-font-mono); }
.lectern-problems .frame-line { color: var(--lectern-soft); }
.lectern-problems .frame-line::before {
  display: inline-block;
  width: 4ch;
  padding-inline-end: 2ch;
  color: var(--lectern-soft);
  text-align: end;
  content: attr(data-line);
}
.lectern-problems .meant { color: var(--lectern-ink); }
.lectern-problems .meant::before { color: var(--lectern-ink); font-weight: 600; }
.lectern-problems mark { background: none; color: inherit; text-decoration: underline wavy 1.5px; text-underline-offset: 4px; }
`;
