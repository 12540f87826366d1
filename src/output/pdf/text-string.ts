/**
 * Takes text, leaves it as the strings a PDF file understands.
 * A step of its own because a title may hold brackets, umlauts and emoji, and a wrong escape damages the whole file.
 */

/** Replace halves of a character: no encoding can write them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Write a text string: readable where it is ASCII, UTF-16 with a byte order mark elsewhere. */
export function pdfText(text: string): string {
  const whole = wellFormed(text);
  if (/^[\x20-\x7e]*$/.test(whole)) return `(${whole.replace(/[\\()]/g, '\\$&')})`;
  const bytes = Buffer.from(`\uFEFF${whole}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** Write a date in universal time: `(D:20260102030405Z)`. */
export function pdfDate(date: Date): string {
  return `(D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;
}
