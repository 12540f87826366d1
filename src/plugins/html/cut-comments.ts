/** Takes raw HTML and leaves it without its comments, in one linear pass; one that never ends stays, for it hides what follows. */

/** Cut whole comments out of raw HTML. */
export function cutComments(html: string): string {
  let kept = '';
  let from = 0;
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', from)) {
    const end = findEnd(html, start);
    if (end < 0) break;
    kept += html.slice(from, start);
    from = end;
  }
  return kept + html.slice(from);
}

/** Where a comment ends; `<!-->` and `<!--->` are whole ones. */
function findEnd(html: string, start: number): number {
  const short = /^<!---?>/.exec(html.slice(start, start + 6));
  if (short) return start + short[0].length;
  const ending = /--!?>/g;
  ending.lastIndex = start + 4;
  return ending.exec(html) ? ending.lastIndex : -1;
}
