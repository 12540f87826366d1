/** `:::notes`: what the speaker says; private, never in the audience's window, absent with `--no-notes`. */
import { asideComponent } from '../aside.js';

/** The speaker's notes of a slide. */
export const notes = asideComponent(
  'notes',
  'What the speaker says: private, in the speaker window and on the notes pages',
);
