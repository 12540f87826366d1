/** THE words of what a browser finds: a sentence and its cure for every rule that needs one. */
import type { Finding } from '../../client/probe/findings.js';
import { nameCharacter } from '../../diagnostics/show-controls.js';

/** Longest text that a note quotes. */
const longestQuote = 60;

/** What is said of a finding. */
export interface Wording {
  readonly reason: string;
  readonly note: string;
}

/** Words by rule. */
export const wordings: Readonly<
  Record<Finding['rule'], (finding: Finding, cures?: readonly string[]) => Wording>
> = {
  'slide-overflow': ({ amount, what, seen, hidden, slide }, cures) => ({
    reason: `Unexpected ${Math.round(amount)} px of content ${what} the slide, expected it to fit`,
    note: `${hidden ? `On \`#${slide}\` ${seen ? `the last line that is seen is ${quote(seen)}, ` : ''}the first that is not is ${quote(hidden)}. ` : `It is cut on \`#${slide}\`. `}${describeCures(cures)}`,
  }),
  'fit-needless': ({ amount, what, seen }) =>
    what === 'parts'
      ? {
          reason: `Unexpected slide in ${seen} parts, expected one: it was estimated to be longer than it is`,
          note: `All of it has room at ${amount} % of its size: \`::slide{fit=${amount < 100 ? 'shrink' : 'none'}}\` leaves it in one.`,
        }
      : {
          reason: `Unexpected content at ${amount} % of its size, expected ${what} %: it was estimated to be longer than it is`,
          note: what === '100' ? '`::slide{fit=none}` leaves it as it is.' : 'It is complete all the same.',
        },
  'text-clipped': ({ amount, what }) => ({
    reason: `Unexpected ${Math.round(amount)} px of text outside of its ${what}, expected it to fit`,
    note: 'Shorten the text, or give it more room: fewer columns, a wider column, `{.compact}` on a comparison.',
  }),
  'text-overlap': ({ seen, hidden, what }) => ({
    reason: `Unexpected text over ${what === '' ? `other text: ${quote(hidden)} over ${quote(seen)}` : `the slide’s ${what}: ${quote(hidden)}`}, expected a place of its own`,
    note: 'Shorten one of them, or leave one out.',
  }),
  'text-small': ({ amount, what, seen }) => ({
    reason: `Unexpected text of ${amount} px, expected at least ${what}`,
    note: `It reads ${quote(seen)}. Say less instead: what is small is not read.`,
  }),
  'image-upscaled': ({ amount, what }) => ({
    reason: `Unexpected picture at ${amount.toFixed(1)} times its ${what} pixels, expected no more than them`,
    note: 'Use a picture with more pixels, an SVG, or a smaller size: `![…](…){width=…}`.',
  }),
  'font-missing-glyph': ({ what }) => ({
    reason: `Unexpected character \`${what}\` (${nameCharacter(what)}), expected one of the bundled faces`,
    note: `Each machine draws it with a font of its own. ${writeOtherwise(what)}`,
  }),
  'word-broken': ({ seen }) => ({
    reason: `Unexpected break inside the word ${quote(seen)}, expected it on one line`,
    note: 'Give it more room, use a shorter word, or say where it may break with a soft hyphen (`&shy;`).',
  }),
  'title-widow': ({ seen }) => ({
    reason: `Unexpected title whose last line is ${quote(seen)} alone, expected two words or more`,
    note: 'Shorten the title, or say more.',
  }),
  'font-unloaded': ({ what }) => ({
    reason: `Unexpected font “${what}” that cannot be loaded, expected a font file`,
    note: 'Another stands in, a different one on each machine. Look at the `@font-face` of the stylesheet: a WOFF2, WOFF, TTF or OTF beside the deck.',
  }),
  'target-small': ({ what, seen }) => ({
    reason: `Unexpected link of ${what} px close to another, expected at least 24 × 24 px or room around it`,
    note: `It is ${quote(seen)}. Make it larger, or put it further from the next: a finger hits both.`,
  }),
  'colour-alone': ({ seen }) => ({
    reason: `Unexpected colour as the only mark of ${quote(seen)}, expected another beside it`,
    note: 'Who does not see the colour sees no difference: make it bold too, underline it, or say what it means in words.',
  }),
  'motion-endless': ({ what }) => ({
    reason: `Unexpected animation that moves ${what}, expected at most 5 seconds`,
    note: 'Let it run once, `animation-iteration-count: 1`: nobody can stop it, and every eye is drawn to it.',
  }),
  'text-over-picture': ({ amount, what, seen }) => ({
    reason: `Unexpected text that is too weak on the picture behind it, expected a contrast of at least ${what}:1`,
    note: `${quote(seen)} has ${amount}:1. Let less of the picture through (\`background-opacity=0.2\`), choose a calmer part of it, or put the text beside it.`,
  }),
  'access-barrier': ({ what, seen, hidden }) => ({
    reason: `Unexpected barrier \`${what}\`, expected what axe asks for: ${seen}`,
    note: `It is ${quote(hidden)}.`,
  }),
};

function describeCures(cures: readonly string[] | undefined): string {
  if (!cures) return '`lectern check` tries what would make it fit, and says it.';
  if (cures.length > 0) return `It fits with ${cures.join(', or with ')}.`;
  return 'Neither a smaller size nor `---` between its blocks helps: shorten it, or move text to `:::handout`.';
}

function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote - 1).trimEnd()}…` : line}”`;
}

/** Small figures above and below the line have a way to be written that every face knows. */
function writeOtherwise(character: string): string {
  const plain = character.normalize('NFKD');
  const tag = /[\u2080-\u209c]/.test(character)
    ? 'sub'
    : /[\u2070-\u207f\u00b9\u00b2\u00b3]/.test(character)
      ? 'sup'
      : '';
  if (tag) return `Write \`<${tag}>${plain}</${tag}>\`.`;
  return 'Use another character, or a theme whose faces hold it.';
}
