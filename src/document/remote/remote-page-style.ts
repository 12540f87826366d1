/** The look of a phone's page: dark whatever the theme, for a dark hall; what the thumb needs is below, large and far apart. */

/** Styles of everything on the page but the slides. */
export const styles = `
html { height: 100%; background: #0e1014; }
body.remote {
  --paper: #f4f2ec;
  --soft: #b9b6ae;
  --hair: #3a3e46;
  --late: #f79a72;
  --focus: #75ddf1;
  --ratio: 1.7778;
  box-sizing: border-box;
  height: 100%;
  margin: 0;
  overflow: hidden;
  background: #0e1014;
  color: var(--paper);
  color-scheme: dark;
  font: 400 18px/1.45 "Lectern Sans", sans-serif;
  -webkit-text-size-adjust: none;
}
.remote main { box-sizing: border-box; height: 100dvh; }
.remote h1, .remote p { margin: 0; }
.remote button { margin: 0; padding: 0; border: 0; border-radius: 0; background: none; color: inherit; font: inherit; cursor: pointer; touch-action: manipulation; -webkit-tap-highlight-color: transparent; }
.remote :focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
.remote button:disabled { opacity: .38; cursor: default; }
.remote .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* The code. */
.enter { display: grid; align-content: center; gap: 10px; box-sizing: border-box; width: min(100%, 420px); min-height: 86%; margin: 0 auto; padding: 24px; }
.enter h1 { margin-bottom: 28px; font: 600 34px/1.15 "Lectern Sans", sans-serif; }
.enter label { color: var(--soft); }
.enter input { box-sizing: border-box; width: 100%; padding: 10px 0; border: 0; border-bottom: 2px solid var(--paper); border-radius: 0; background: none; color: inherit; font: 600 44px/1.1 "Lectern Sans", sans-serif; font-variant-numeric: tabular-nums; letter-spacing: .08em; }
.enter input:focus-visible { outline: none; border-bottom-color: var(--focus); }
.enter .problem { min-height: 3em; color: var(--late); }
.remote .enter .go { height: 68px; background: var(--paper); color: #0e1014; font-weight: 600; font-size: 22px; }

/* A slide keeps its shape; its own size is made small by one scale. */
.frame { container-type: inline-size; position: relative; aspect-ratio: var(--ratio); overflow: hidden; background: #000; outline: 1px solid var(--hair); }
.remote .frame > .reveal { position: absolute; inset: 0; width: auto; height: auto; pointer-events: none; }
.frame > .reveal > .slide { position: absolute; top: 0; left: 0; transform: scale(tan(atan2(100cqw, var(--lectern-width)))); transform-origin: 0 0; }
.frame.dark > .reveal { opacity: .3; }
.frame:has(> .reveal:empty) { visibility: hidden; }

/* The clicker. */
.clicker main:has(.moves) { display: grid; grid-template-rows: auto auto auto auto auto minmax(0, 1fr) auto; padding: 10px 16px max(16px, env(safe-area-inset-bottom)); }
.bar { display: grid; grid-template-columns: 1fr auto 1fr; gap: 12px; align-items: baseline; font-variant-numeric: tabular-nums; }
.clicker .elapsed { font-weight: 600; font-size: 28px; line-height: 1.2; }
.elapsed span { color: var(--soft); font-weight: 400; font-size: 18px; }
.elapsed.paused { color: var(--soft); }
.elapsed.over { color: var(--late); }
.clicker .position { color: var(--soft); }
.verdict { color: var(--soft); font-size: 16px; text-align: end; }
.verdict.behind { color: var(--late); font-weight: 600; }
.line { position: relative; height: 10px; margin-bottom: 10px; border-bottom: 2px solid var(--hair); }
.gone { position: absolute; inset-block-end: -3px; inset-inline-start: 0; width: calc(100% * var(--gone, 0)); height: 4px; background: var(--paper); }
.line.late .gone { background: var(--late); }
.due { display: none; position: absolute; inset-block-end: -5px; inset-inline-start: calc(100% * var(--due, 0)); width: 2px; height: 12px; background: var(--paper); }
.line.planned .due { display: block; }
.remote .status { color: var(--late); font-weight: 600; font-size: 17px; }
.clicker .status:not(:empty) { padding-bottom: 8px; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px; margin-top: 12px; }
.upcoming .label { margin-bottom: 4px; color: var(--soft); font-size: 15px; line-height: 1.2; }
.tools { display: grid; grid-template-rows: 1fr 1fr; gap: 8px; min-height: 112px; }
.clicker .tool { min-height: 50px; border: 1px solid var(--soft); }
.clicker .tool[aria-pressed="true"] { border-color: var(--late); background: var(--late); color: #0e1014; font-weight: 600; }
.notes { position: relative; min-height: 0; margin: 14px 0; padding-top: 12px; overflow: auto; border-top: 1px solid var(--hair); overflow-wrap: break-word; font-size: 20px; }
.notes.empty { color: #9a978f; }
.notes > :first-child { margin-top: 0; }
.notes :is(p, ul, ol, blockquote) { margin: 0 0 .7em; }
.notes :is(ul, ol) { padding-inline-start: 1.2em; }
.notes strong { font-weight: 600; }
.notes code { font-family: "Lectern Mono", monospace; font-size: .88em; }
.notes a { color: var(--focus); }
.notes .note-part { color: var(--soft); }
.notes .note-part.now { color: var(--paper); }
.notes .note-part.said { color: #8d8a83; }
.notes .note-step { margin-inline-end: .4em; color: var(--soft); font-size: .72em; }
.notes .note-step.now { color: var(--focus); font-weight: 600; }
.moves { display: grid; grid-template-columns: 1fr 2fr; gap: 12px; height: clamp(84px, 15dvh, 128px); }
.clicker .moves button { display: grid; place-content: center; justify-items: center; gap: 2px; font-weight: 600; font-size: 22px; line-height: 1.2; }
.clicker .moves .back { border: 2px solid var(--paper); font-size: 18px; }
.clicker .moves .go { background: var(--paper); color: #0e1014; }
.clicker .moves .go:active:not(:disabled) { background: var(--focus); }
.clicker .moves .back:active:not(:disabled) { border-color: var(--focus); color: var(--focus); }
.moves svg { width: 32px; height: 32px; fill: none; stroke: currentColor; stroke-width: 2.2; }
[dir="rtl"] .moves svg { transform: scaleX(-1); }

/* On its side, and on a laptop: what is read at one side, the rest at the other. */
@media (orientation: landscape) {
  .clicker main:has(.moves) { grid-template: auto auto auto minmax(0, 1fr) minmax(0, 1fr) minmax(96px, 30dvh) / minmax(0, 1.1fr) minmax(0, 1fr); column-gap: 24px; }
  .clicker :is(.bar, .line, .status) { grid-column: 1 / -1; }
  .clicker .frame.current { grid-area: 4 / 1 / 6 / 2; align-self: start; width: min(100%, (70dvh - 90px) * var(--ratio)); }
  .clicker .notes { grid-area: 4 / 2 / 6 / 3; margin-top: 0; padding-top: 0; border: 0; }
  .clicker .beside { grid-area: 6 / 1 / 7 / 2; margin: 0; }
  .clicker .upcoming .frame { max-width: calc((30dvh - 24px) * var(--ratio)); }
  .clicker .moves { grid-area: 6 / 2 / 7 / 3; height: auto; }
}

/* Who follows sees the slide, and nothing beside it. */
.follower main:has(.followed) { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; }
.follower .cell { display: grid; place-items: center; container-type: size; min-height: 0; }
.follower .frame { width: min(100cqw, 100cqh * var(--ratio)); outline: 0; }
.follower .status:not(:empty) { padding: 12px 16px; text-align: center; }
.follower .position { padding: 4px 16px 10px; color: var(--soft); font-size: 15px; text-align: center; font-variant-numeric: tabular-nums; }
`;
