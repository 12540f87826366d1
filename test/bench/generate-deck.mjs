/** Takes a number, leaves a deck of so many slides: the same number gives the same text, and no two slides are alike. */

/** The picture the decks show, beside them on the disk. */
export const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">
<rect width="160" height="90" fill="#eef3f4"/>
${[34, 58, 21, 72, 45].map((height, index) => `<rect x="${14 + index * 28}" y="${84 - height}" width="20" height="${height}" fill="#0f5f73"/>`).join('\n')}
<path d="M8 84H152" stroke="#333" stroke-width="1.5"/>
</svg>
`;

/** Name of the picture's file. */
export const pictureName = 'bars.svg';

const words = (
  'account answer axis balance batch branch bridge budget cache center chapter circle column compass corner count ' +
  'course credit current cycle degree detail device domain effect engine entry error event factor field figure filter ' +
  'format frame garden graph group handle header height image index input journey kernel label layer length letter ' +
  'level limit linear margin market matrix measure memory method model module motion network number object offset ' +
  'option order output packet parser pattern period phase pixel point policy porch process profile query random range ' +
  'record region result river sample scale schedule second section series server signal simple source space stage state ' +
  'station stream string surface switch symbol table target tensor theory thread title topic trace value vector version ' +
  'volume weather weight window winter'
).split(' ');

/** Kinds of slides, in turn: a fifth of the deck each. Every one fits on its slide, so that slides are pages. */
const kinds = [listSlide, tableSlide, codeSlide, pictureSlide, textSlide];

/** What differs between the programs that are compared: what the front matter says besides, how notes and a picture's width are written. */
const dialects = {
  lectern: {
    options: '',
    notes: (text) => `:::notes\n\n${text}\n\n:::`,
    half: (image) => `${image}{width=50%}`,
  },
  pandoc: {
    options: '',
    notes: (text) => `::: notes\n\n${text}\n\n:::`,
    half: (image) => `${image}{width=50%}`,
  },
  marp: {
    options: 'marp: true\n',
    notes: (text) => `<!-- ${text} -->`,
    half: (image) => image.replace('![', '![w:640px '),
  },
  // Its bundler takes a bare name for a package.
  slidev: {
    options: 'theme: default\n',
    notes: (text) => `<!-- ${text} -->`,
    half: (image) => image.replace('](', '](./'),
  },
  'reveal-md': { options: '', notes: (text) => `Note: ${text}`, half: (image) => image },
};

/** Write a deck of `count` slides, in the dialect of one of the programs: the same words for all. */
export function generateDeck(count, dialect = 'lectern') {
  const write = dialects[dialect];
  const options = `title: A deck to measure\nauthor: The bench\nlang: en\n${write.options}`;
  // Lectern lets a blank line be; others take it for the end.
  const frontMatter = dialect === 'lectern' ? `---\n\n${options}\n---\n` : `---\n${options}---\n`;
  const slides = Array.from({ length: count }, (_, index) => {
    const say = speaker(index);
    // In this order, so that the words stay the same.
    const title = `# ${index + 1}. ${say(4)}`;
    const body = kinds[index % kinds.length](say, index, write);
    return `${title}\n\n${body}\n\n${write.notes(notes(say))}\n`;
  });
  return `${frontMatter}\n${slides.join('\n---\n\n')}`;
}

function listSlide(say) {
  return [
    `- ${say(5)} with **${say(2)}** in it`,
    `- ${say(7)}`,
    `  - ${say(4)} and \`${say(1)}()\``,
    `  - ${say(5)}`,
    `- ${say(3)}, see [${say(2)}](https://example.org/${say(1)})`,
    `- _${say(2)}_ ${say(4)}`,
  ].join('\n');
}

function tableSlide(say, index) {
  const rows = Array.from(
    { length: 6 },
    (_, row) => `| ${say(2)} | ${index * 7 + row * 13} | ${say(3)} | **${say(1)}** |`,
  );
  return [`| Name | Count | What it is | Result |`, '| :--- | ---: | :--- | :---: |', ...rows].join('\n');
}

/** Twelve lines, in two languages in turn. */
function codeSlide(say, index) {
  const [first, second, third, fourth] = [say(1), say(1), say(1), say(1)];
  const typescript = `\`\`\`ts
import { readFile } from 'node:fs/promises';

/** Count the ${first} of a ${second}. */
export async function count_${first}(path: string, limit = ${index}): Promise<number> {
  const text = await readFile(path, 'utf8');
  const found = new Map<string, number>();
  for (const ${third} of text.split(/\\s+/)) {
    found.set(${third}, (found.get(${third}) ?? 0) + 1);
  }
  // The ${fourth} comes last.
  return Math.min(found.get('${first}') ?? 0, limit);
}
\`\`\``;
  const python = `\`\`\`python
import numpy as np

class ${first.toUpperCase()}:
    """A ${first} with a ${second}."""

    def __init__(self, ${second}: int = ${index}) -> None:
        self.${second} = np.zeros(${second} + 1)

    def ${third}(self, step: float) -> float:
        if step > 0.5 and self.${second}.size:
            return float(self.${second}.mean()) * step  # the ${fourth}
        return f"{step:.2f} ${third}".count("${fourth}")
\`\`\``;
  return `${say(6)}:\n\n${Math.floor(index / kinds.length) % 2 === 0 ? typescript : python}`;
}

function pictureSlide(say, _index, { half }) {
  return `${say(8)}.\n\n${half(`![${say(5)}](${pictureName} "${say(3)}")`)}`;
}

function textSlide(say) {
  return [
    `${say(9)}, ${say(6)}. ${say(7)}.`,
    `> ${say(10)}.`,
    `1. ${say(4)}\n2. ${say(5)} ~~${say(1)}~~\n3. ${say(3)}`,
  ].join('\n\n');
}

function notes(say) {
  return `${say(12)}. ${say(9)}, ${say(8)}.`;
}

/** Make a function that says so many words, others each time. */
function speaker(seed) {
  let state = (seed + 1) * 2654435761;
  const next = () => {
    // Numerical Recipes' generator: any will do, as long as it is the same everywhere.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return words[Math.floor((state / 2 ** 32) * words.length)];
  };
  return (count) => Array.from({ length: count }, next).join(' ');
}
