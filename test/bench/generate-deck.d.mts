/** Write a deck of so many slides. */
export function generateDeck(count: number, dialect?: string): string;

/** The picture the decks show, beside them on the disk. */
export const picture: string;

/** Name of the picture's file. */
export const pictureName: string;
