/** Takes the measured rounds of all commands and sizes, leaves their summary, the aims and the tables that are printed. */
import { figure, formatSpread, formatTable, growth, ratio, summarize } from './figures.mjs';
import { listPeerAims } from './peer-aims.mjs';

const floors = { build: 'bare pipeline', print: 'plain pages', check: 'lectern print' };
const products = { build: 'lectern build', print: 'lectern print', check: 'lectern check' };

/** Summarise every variant of every group, with its ratios to the floor of the group. */
export function summarizeResults(results) {
  return results.map(({ command, size, rounds }) => ({
    command,
    size,
    variants: Object.keys(rounds[0]).map((name) => summarizeVariant(rounds, name, floors[command])),
  }));
}

function summarizeVariant(rounds, name, floor) {
  // A peer that failed has none in later rounds.
  const measured = rounds.filter((round) => round[name]);
  const keys = Object.keys(rounds[0][name]);
  const figures = Object.fromEntries(keys.map((key) => [key, figure(measured, name, key)]));
  const shared = name === floor ? [] : keys.filter((key) => key in rounds[0][floor]);
  const ratios = Object.fromEntries(shared.map((key) => [key, ratio(measured, name, floor, key)]));
  return { name, figures, ratios };
}

/** List what the bench aims at, each with what was measured; only the aims of the sizes that were run. */
export function listAims(results) {
  const group = (command, size) => results.find((one) => one.command === command && one.size === size);
  const aims = [];
  const compare = (command, size, what, key, aim) => {
    const found = group(command, size);
    if (!found) return;
    const measured = ratio(found.rounds, products[command], floors[command], key);
    aims.push({ name: `${command} of ${size} slides${what} ÷ ${floors[command]}`, aim, ...measured });
  };
  aims.push(...listPeerAims(results));
  compare('build', 20, ', wall', 'wall', 1.3);
  compare('build', 20, ', CPU', 'cpu', 1.3);
  for (const size of [20, 200, 1000]) {
    compare('print', size, ' without compiling, wall', 'printing', 1.25);
    compare('print', size, ' without compiling, CPU', 'printingCpu', 1.25);
  }
  for (const [size, found] of sizesOf(results, 'print')) {
    compare('print', size, ', bytes', 'bytes', 1.3);
    const parts = found.rounds.map(
      (round) => round[products.print].finishingCpu / round[floors.print].printingCpu,
    );
    aims.push({
      name: `completing the PDF of ${size} slides ÷ plain pages, CPU`,
      aim: 0.15,
      ...summarize(parts),
    });
    aims.push(
      ...listDoubling(
        'print without compiling',
        'print',
        'printingCpu',
        2.3,
        found,
        group('print', 2 * size),
      ),
    );
  }
  compare('check', 200, ', wall', 'wall', 1.5);
  for (const [size, found] of sizesOf(results, 'build')) {
    const kept = ratio(found.rounds, 'lectern build, one slide changed', products.build, 'cpu');
    aims.push({ name: `build of ${size} slides, one changed ÷ build of all, CPU`, ...kept });
    // In short decks the start of the program would make it look better than it is.
    const twice = size < 1000 ? undefined : group('build', 2 * size);
    aims.push(...listDoubling('build', 'build', 'cpu', 2.2, found, twice));
  }
  for (const command of ['build', 'print']) aims.push(...listGrowth(command, group));
  for (const [command, size, aim] of [
    ['build', 1000, 300],
    ['print', 2000, 1500],
  ]) {
    const found = group(command, size);
    const memory = found && figure(found.rounds, products[command], 'memory');
    if (memory) aims.push({ name: `${command} of ${size} slides, peak MB`, aim, ...memory });
  }
  return aims;
}

function sizesOf(results, command) {
  return results.filter((one) => one.command === command).map((one) => [one.size, one]);
}

/** A deck of twice as many slides must take little more than twice as long; what the floor does is said beside it. */
function listDoubling(what, command, key, aim, once, twice) {
  if (!twice) return [];
  const double = (variant) => ({
    median: figure(twice.rounds, variant, key).median / figure(once.rounds, variant, key).median,
  });
  return [
    { name: `${what}: ${twice.size} ÷ ${once.size} slides, CPU`, aim, ...double(products[command]) },
    { name: '  the same of its floor', ...double(floors[command]) },
  ];
}

/** A further slide of a long deck must not cost more than one of a short deck; what the floor does is said beside it. */
function listGrowth(command, group) {
  const sizes = [20, 200, 1000].map((size) => group(command, size));
  if (sizes.includes(undefined)) return [];
  const grow = (variant) => ({ median: growth(sizes, variant, 'cpu') });
  const what = 'a further slide, 200–1000 ÷ 20–200, CPU';
  return [
    { name: `${command}: ${what}`, aim: 1, ...grow(products[command]) },
    { name: `  the same of its floor`, ...grow(floors[command]) },
  ];
}

/** Write the report: a table for each command, then the aims. */
export function formatReport({ node, processor, cores, load, runs, peers = {} }, summary, aims) {
  const versions = Object.entries(peers)
    .map((peer) => peer.join(' '))
    .join(', ');
  const tables = Object.keys(products)
    .map((command) => summary.filter((group) => group.command === command))
    .filter((groups) => groups.length > 0)
    .map((groups) => formatTable([header(groups[0].command), ...groups.flatMap(formatGroup)]));
  return [
    `Node ${node}, ${cores} × ${processor}, load ${load.toFixed(1)}; medians of ${runs} runs [smallest..largest]; ratios are to the floor of the same run`,
    ...(versions ? [`Beside it: ${versions}`] : []),
    ...tables,
    formatTable([['Aim', 'at most', 'measured', ''], ...aims.map(formatAim)]),
  ].join('\n\n');
}

function columns(command) {
  const shared = [
    ['wall', 'wall ms'],
    ['cpu', 'CPU ms'],
    ['memory', 'peak MB'],
  ];
  const printing = [
    ['printing', 'printing ms'],
    ['printingCpu', 'its CPU ms'],
  ];
  return command === 'print' ? [...shared, ...printing] : shared;
}

function header(command) {
  const titles = columns(command).map(([, title]) => title);
  return ['', ...titles, 'KB', ...titles.map((title) => `${title.replace(/ (ms|MB)$/, '')} ×`)];
}

function formatGroup({ command, size, variants }) {
  const keys = columns(command).map(([key]) => key);
  return variants.map(({ name, figures, ratios }) => [
    `${size} slides: ${name}`,
    ...keys.map((key) => (figures[key] ? formatSpread(figures[key]) : '')),
    figures.bytes ? (figures.bytes.median / 1024).toFixed(0) : '',
    ...keys.map((key) => (ratios[key] ? formatSpread(ratios[key], 2) : '')),
  ]);
}

function formatAim({ name, aim, median, min, max }) {
  const digits = median > 10 ? 0 : 2;
  const measured = min === undefined ? median.toFixed(digits) : formatSpread({ median, min, max }, digits);
  const verdict = median <= aim ? 'reached' : 'missed';
  return [name, aim === undefined ? '' : String(aim), measured, aim === undefined ? '' : verdict];
}
