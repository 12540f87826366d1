/** How the speaker's notes say that the next step has come: `[step]`, or `[step 3]` to leave some out. */

/** Finds the marks; the first group is a number, if there is one. */
export const noteStep = /\[step(?: (\d{1,3}))?\]/g;

/** Take the marks out of what is said. */
export function withoutNoteSteps(text: string): string {
  return text.replace(noteStep, '');
}
