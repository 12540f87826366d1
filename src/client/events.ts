/** Names of events of the talk that are not reveal.js' own. */

/** The slides are others: tools look at them again. Only a page that follows its deck sends it. */
export const deckUpdated = 'deckupdate';

/** The speaker changed the timer, or what the audience sees, without moving. */
export const talkChanged = 'talkchange';

/** What changes what is shown of a talk beside it: in the speaker's window, on a phone. */
export const talkEvents: readonly string[] = [
  'slidechanged',
  'fragmentshown',
  'fragmenthidden',
  'paused',
  'resumed',
  deckUpdated,
  talkChanged,
];
