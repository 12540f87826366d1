/** The look of the ways in: large enough for a camera across a room. They travel with the panel; no built deck has them. */

const code = `
.door-squares { display: block; background: #fff; fill: #000; }
`;

/** Styles in the speaker window. */
export const windowPanelStyle = `${code}
.lectern-remote { box-sizing: border-box; width: min(860px, 96vw); max-height: 96vh; padding: 26px 32px 30px; border: 1px solid var(--soft); background: #14171c; color: var(--paper); font-size: 18px; }
.lectern-remote::backdrop { background: rgb(0 0 0 / 55%); }
.lectern-remote h2 { margin: 0 0 20px; color: var(--soft); font: 400 18px/1.3 "Lectern Sans", sans-serif; }
.lectern-remote .door { display: grid; grid-template-columns: 220px 1fr; gap: 32px; align-items: center; padding: 20px 0; border-top: 1px solid var(--hair); }
.lectern-remote h3 { margin: 0 0 6px; font: 600 22px/1.2 "Lectern Sans", sans-serif; }
.lectern-remote p { margin: 0; }
.lectern-remote .door-address { overflow-wrap: anywhere; }
.lectern-remote .door-code { margin: 10px 0; font: 600 44px/1 "Lectern Sans", sans-serif; font-variant-numeric: tabular-nums; }
.lectern-remote .door-label { display: block; margin-bottom: 6px; color: var(--soft); font-weight: 400; font-size: 16px; }
.lectern-remote .door-connected { color: var(--soft); }
.lectern-remote .door-locked { color: var(--late); font-weight: 600; }
.lectern-remote .door-tools { display: flex; flex-wrap: wrap; gap: 0 24px; margin-top: 10px; }
.lectern-remote .door-tools button { color: var(--paper); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 4px; }
`;

/** Styles on the stage. */
export const stagePanelStyle = `${code}
.lectern-follow { padding: 4vh 5vh; text-align: center; }
.lectern-follow h2 { margin-bottom: 3vh; font-size: 5vh; }
.lectern-follow .door-squares { width: 52vh; height: 52vh; margin: 0 auto; }
.lectern-follow p { margin: 2.4vh 0 0; font-size: 4vh; line-height: 1.1; }
.lectern-follow .door-code { font-weight: 600; font-size: 6vh; font-variant-numeric: tabular-nums; }
`;
