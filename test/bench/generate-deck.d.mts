/** Write a deck of so many slides. */
export function generateDeck(count: number, dialect?: string): string;
