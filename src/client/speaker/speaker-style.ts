/** The look of the speaker window: dark whatever the theme, since it is read beside a dark stage. Unlayered, so it wins. */

/** Styles of everything in the window but the slides. */
export const speakerStyle = `
html { height: 100%; }
body.speaker {
  box-sizing: border-box;
  display: grid;
  grid-template: "bar bar" auto "current notes" auto "label notes" auto "next notes" minmax(0, 1fr) / 55fr 45fr;
  gap: 0 36px;
  height: 100%;
  margin: 0;
  padding: 20px 28px 24px;
  overflow: hidden;
  background: #14171c;
  color: #f1efe9;
  color-scheme: dark;
  font: 400 22px/1.45 "Lectern Sans", sans-serif;
}
.speaker-bar {
  grid-area: bar;
  display: grid;
  grid-template-columns: 1fr auto 1fr;
  align-items: baseline;
  margin-bottom: 18px;
  padding-bottom: 12px;
  border-bottom: 2px solid #f1efe9;
  font-variant-numeric: tabular-nums;
}
.speaker-timer {
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: 600 34px/1.1 "Lectern Sans", sans-serif;
  cursor: pointer;
}
.speaker-timer:focus-visible { outline: 2px solid #75ddf1; outline-offset: 4px; }
.speaker-planned { color: #b9b6ae; font-weight: 400; font-size: 22px; }
.speaker-elapsed.over { color: #f48c60; }
.speaker-clock { text-align: end; }
.speaker-frame {
  container-type: inline-size;
  position: relative;
  overflow: hidden;
}
.speaker-current { grid-area: current; }
.speaker-label { grid-area: label; margin: 18px 0 8px; color: #b9b6ae; font-size: 17px; line-height: 1; }
.speaker-next { grid-area: next; width: 62%; max-height: 100%; }
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
.speaker-notes { grid-area: notes; min-height: 0; overflow: auto; overflow-wrap: break-word; }
.speaker-notes.empty { color: #9a978f; }
.speaker-notes > :first-child { margin-top: 0; }
.speaker-notes p, .speaker-notes ul, .speaker-notes ol, .speaker-notes blockquote { margin: 0 0 .7em; }
.speaker-notes ul, .speaker-notes ol { padding-inline-start: 1.2em; }
.speaker-notes strong { font-weight: 600; }
.speaker-notes code { font-family: "Lectern Mono", monospace; font-size: .88em; }
.speaker-notes a { color: #75ddf1; }
`;
