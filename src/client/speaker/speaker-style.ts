/** The look of the speaker window: dark whatever the theme, since it is read beside a dark stage. Unlayered, so it wins. */

/** Styles of everything in the window but the slides. */
export const speakerStyle = `
html { height: 100%; }
body.speaker {
  --paper: #f1efe9;
  --soft: #b9b6ae;
  --hair: #3a3e46;
  --late: #f48c60;
  --focus: #75ddf1;
  box-sizing: border-box;
  display: grid;
  grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
  height: 100%;
  margin: 0;
  padding: 20px 28px 24px;
  overflow: hidden;
  background: #14171c;
  color: var(--paper);
  color-scheme: dark;
  font: 400 22px/1.45 "Lectern Sans", sans-serif;
}
.speaker-bar > .visually-hidden { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.speaker button { padding: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
.speaker :focus-visible { outline: 2px solid var(--focus); outline-offset: 4px; }
.speaker-bar { display: grid; grid-template-columns: 1fr auto 1fr; align-items: baseline; font-variant-numeric: tabular-nums; }
.speaker-tools { display: flex; flex-wrap: wrap; gap: 0 22px; align-items: baseline; }
.speaker .speaker-tools button, .speaker button.speaker-pause {
  color: var(--soft);
  font-size: 17px;
  text-decoration: underline;
  text-decoration-thickness: 1px;
  text-underline-offset: 4px;
}
.speaker .speaker-tools button[aria-pressed="true"] { color: var(--late); font-weight: 600; }
.speaker-position { min-width: 4.5em; }
.speaker-time { display: flex; gap: 20px; align-items: baseline; }
.speaker button.speaker-timer { font: 600 34px/1.1 "Lectern Sans", sans-serif; }
.speaker-planned { color: var(--soft); font-weight: 400; font-size: 22px; }
.speaker-elapsed.over { color: var(--late); }
.speaker-elapsed.paused { color: var(--soft); }
.speaker-clock { text-align: end; }

/* The line is the whole talk; what is gone of it is thick, and the notch stands where the plan would be. */
.speaker-pace { display: grid; grid-template-columns: 1fr 1fr; margin: 12px 0 14px; color: var(--soft); font-size: 17px; font-variant-numeric: tabular-nums; }
.speaker-line { position: relative; grid-column: 1 / -1; height: 12px; margin-bottom: 4px; border-bottom: 2px solid var(--hair); }
.speaker-gone { position: absolute; inset-block-end: -3px; inset-inline-start: 0; width: 100%; height: 4px; background: var(--paper); }
.speaker-line.planned .speaker-gone { width: calc(100% * var(--gone, 0)); }
.speaker-line.late .speaker-gone { background: var(--late); }
.speaker-due { display: none; position: absolute; inset-block-end: -5px; inset-inline-start: calc(100% * var(--due, 0)); width: 2px; height: 14px; background: var(--paper); }
.speaker-line.planned .speaker-due { display: block; }
.speaker-verdict { text-align: end; }
.speaker-verdict.behind { color: var(--late); font-weight: 600; }

.speaker-panes {
  display: grid;
  grid-template:
    "sees along notes" auto
    "current along notes" minmax(0, var(--current))
    "across along notes" 16px
    "label along notes" auto
    "next along notes" minmax(0, var(--next))
    / minmax(0, var(--slides)) 36px minmax(0, var(--notes));
  min-height: 0;
}
.speaker-sees { grid-area: sees; color: var(--late); font-size: 17px; font-weight: 600; }
.speaker-cell { container-type: size; min-height: 0; }
.speaker-current-cell { grid-area: current; }
.speaker-next-cell { grid-area: next; }
.speaker-frame {
  container-type: inline-size;
  position: relative;
  width: min(100cqw, 100cqh * var(--ratio));
  aspect-ratio: var(--ratio);
  overflow: hidden;
  /* A dark slide has an edge on the dark window. */
  outline: 1px solid var(--hair);
}
.speaker-divider { position: relative; touch-action: none; }
.speaker-along { grid-area: along; cursor: col-resize; }
.speaker-across { grid-area: across; cursor: row-resize; }
.speaker-divider::after { content: ""; position: absolute; background: transparent; }
.speaker-along::after { inset: 0 17px; }
.speaker-across::after { inset: 7px 0; }
.speaker-divider:is(:hover, :focus-visible)::after { background: var(--soft); }
.speaker-label { grid-area: label; margin: 0 0 8px; color: var(--soft); font-size: 17px; line-height: 1; }
.speaker-next:has(> .speaker-preview:empty) { visibility: hidden; }
.speaker-preview.reveal { position: absolute; inset: 0; width: auto; height: auto; pointer-events: none; }
/* The audience sees a black screen. */
.speaker-preview.dark { opacity: .3; }
.speaker-preview > .slide {
  position: absolute;
  top: 0;
  left: 0;
  transform: scale(tan(atan2(100cqw, var(--lectern-width))));
  transform-origin: 0 0;
}
.speaker-notes { grid-area: notes; position: relative; min-height: 0; overflow: auto; overflow-wrap: break-word; }
.speaker-notes.empty { color: #9a978f; }
.speaker-notes > :first-child { margin-top: 0; }
.speaker-notes p, .speaker-notes ul, .speaker-notes ol, .speaker-notes blockquote { margin: 0 0 .7em; }
.speaker-notes ul, .speaker-notes ol { padding-inline-start: 1.2em; }
.speaker-notes strong { font-weight: 600; }
.speaker-notes code { font-family: "Lectern Mono", monospace; font-size: .88em; }
.speaker-notes a { color: var(--focus); }
.speaker-notes .note-part { color: var(--soft); }
.speaker-notes .note-part.now { color: var(--paper); }
.speaker-notes .note-part.said { color: #8d8a83; }
.speaker-notes .note-step { margin-inline-end: .4em; color: var(--soft); font-size: .72em; }
.speaker-notes .note-step.now { color: var(--focus); font-weight: 600; }

.speaker-slides { box-sizing: border-box; width: min(760px, 94vw); max-height: 90vh; padding: 24px 28px; border: 1px solid var(--soft); background: #14171c; color: var(--paper); font-size: 19px; }
.speaker-slides::backdrop { background: rgb(0 0 0 / 55%); }
.speaker-slides h2 { margin: 0 0 14px; font: 600 22px/1.2 "Lectern Sans", sans-serif; }
.speaker-slides ol { margin: 0; padding: 0; list-style: none; }
.speaker-slides button { display: grid; grid-template-columns: 2.6em 1fr auto; width: 100%; padding: 7px 0; border-top: 1px solid var(--hair); text-align: start; font-variant-numeric: tabular-nums; }
.speaker-slides button:focus-visible { outline-offset: -1px; }
.speaker-slides button[aria-current] { font-weight: 600; color: var(--focus); }
.speaker-slides .slide-times { color: var(--soft); font-weight: 400; }
`;
