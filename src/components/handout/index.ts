/** `:::handout`: what a reader needs and the audience does not; only in the handout and the outline. */
import { asideComponent } from '../aside.js';

/** The reader's text of a slide. */
export const handout = asideComponent('handout', 'Text for readers: in the handout and nowhere else');
