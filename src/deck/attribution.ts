/** How a paragraph is known to say whose words a quotation holds; asked of the tree by `:::quote`, of the page by plain quotations. */

/** Tell whether a text begins like an attribution: with a dash and a blank. */
export function beginsAttribution(text: string): boolean {
  return /^\s*[—–]\s/.test(text);
}
