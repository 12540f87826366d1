/** How the time of a build grows with the events of a timeline and the rows of a comparison: `node test/bench/components.mjs`. See README.md. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure } from './measure.mjs';

const cli = fileURLToPath(new URL('../../dist/lib/cli.js', import.meta.url));
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);
const long = [
  { name: 'events of a timeline', write: writeTimeline, count: 500 },
  { name: 'rows of a comparison', write: writeTable, count: 500 },
];

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'));
try {
  for (const one of long) console.log(await compareSizes(one));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Build a deck of so many and one of twice as many in turn, each cold, and write the ratio of their CPU times. */
async function compareSizes({ name, write, count }) {
  const rounds = [];
  for (let round = 0; round < runs; round += 1) {
    const once = await build(write(count));
    const twice = await build(write(2 * count));
    rounds.push({ once, twice, ratio: twice / once });
  }
  const [once, twice] = ['once', 'twice'].map((key) => middle(rounds.map((round) => round[key])));
  const ratios = rounds.map(({ ratio }) => ratio).sort((one, other) => one - other);
  const spread = `[${ratios[0].toFixed(2)}..${ratios.at(-1).toFixed(2)}]`;
  return `${count} → ${2 * count} ${name}: CPU ${(once / 1000).toFixed(2)} s → ${(twice / 1000).toFixed(2)} s, ratio ${middle(ratios).toFixed(2)} ${spread}`;
}

async function build(markdown) {
  const deck = path.join(folder, 'deck.md');
  await writeFile(deck, `# Many\n\n${markdown}\n`);
  const args = [cli, 'build', deck, '--out', path.join(folder, 'out')];
  return (await measure(args, { usage: path.join(folder, 'usage.json') })).cpu;
}

function middle(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

/** Two lanes, an event a month. */
function writeTimeline(count) {
  const events = Array.from({ length: count }, (_, at) => {
    const month = String((at % 12) + 1).padStart(2, '0');
    return `- **${1000 + Math.floor(at / 12)}-${month}** Event ${at} of many`;
  });
  const lane = (rest) => events.filter((_, at) => at % 2 === rest).join('\n');
  return `:::timeline[Events]\n\n### A\n\n${lane(0)}\n\n### B\n\n${lane(1)}\n\n:::`;
}

/** Groups of ten rows, winners computed. */
function writeTable(count) {
  const rows = Array.from({ length: count }, (_, at) => {
    const group = at % 10 === 0 ? `| **Group ${at / 10}** | | |\n` : '';
    return `${group}| Row ${at} of many (ms) ↓ | ${(at * 7) % 97} | ${(at * 13) % 89} |`;
  });
  const head = '| What | A | B |\n| :-- | --: | --: |';
  return `:::comparison[Rows]{highlight=auto}\n\n${head}\n${rows.join('\n')}\n\nSource: us.\n\n:::`;
}
