/** Takes the measured rounds of all commands and sizes, leaves their summary, the aims and the tables that are printed. */
import { figure, formatSpread, formatTable, growth, ratio } from './figures.mjs';

const floors = { build: 'bare pipeline', print: 'plain pages' };
const products = { build: 'lectern build', print: 'lectern print' };

/** Summarise every variant of every group, with its ratios to the floor of the group. */
export function summarizeResults(results) {
  return results.map(({ command, size, rounds }) => ({
    command,
    size,
    variants: Object.keys(rounds[0]).map((name) => summarizeVariant(rounds, name, floors[command])),
  }));
}

function summarizeVariant(rounds, name, floor) {
  const keys = Object.keys(rounds[0][name]);
  const figures = Object.fromEntries(keys.map((key) => [key, figure(rounds, name, key)]));
  const shared = name === floor ? [] : keys.filter((key) => key in rounds[0][floor]);
  const ratios = Object.fromEntries(shared.map((key) => [key, ratio(rounds, name, floor, key)]));
  return { name, figures, ratios };
}

/** List what the bench aims at, each with what was measured; only the aims of the sizes that were run. */
export function listAims(results) {
  const group = (command, size) => results.find((one) => one.command === command && one.size === size);
  const aims = [];
  const build20 = group('build', 20);
  if (build20) {
    const { median, min, max } = ratio(build20.rounds, products.build, floors.build, 'wall');
    aims.push({ name: 'build of 20 slides ÷ bare pipeline, wall', aim: 1.3, median, min, max });
  }
  for (const size of [200, 1000]) {
    const print = group('print', size);
    if (!print) continue;
    const { median, min, max } = ratio(print.rounds, products.print, floors.print, 'printing');
    aims.push({
      name: `print of ${size} slides without compiling ÷ plain pages, wall`,
      aim: 1.4,
      median,
      min,
      max,
    });
  }
  for (const command of ['build', 'print']) aims.push(...listGrowth(command, group));
  const build1000 = group('build', 1000);
  if (build1000) {
    const { median, min, max } = figure(build1000.rounds, products.build, 'memory');
    aims.push({ name: 'build of 1000 slides, peak MB', aim: 300, median, min, max });
  }
  return aims;
}

/** A further slide of a long deck must not cost more than one of a short deck; what the floor does is said beside it. */
function listGrowth(command, group) {
  const sizes = [20, 200, 1000].map((size) => group(command, size));
  if (sizes.includes(undefined)) return [];
  const grow = (variant) => ({ median: growth(sizes, variant, command === 'build' ? 'cpu' : 'wall') });
  const what = `a further slide, 200–1000 ÷ 20–200, ${command === 'build' ? 'CPU' : 'wall'}`;
  return [
    { name: `${command}: ${what}`, aim: 1, ...grow(products[command]) },
    { name: `  the same of its floor`, ...grow(floors[command]) },
  ];
}

/** Write the report: a table for each command, then the aims. */
export function formatReport({ node, processor, cores, runs }, summary, aims) {
  const tables = ['build', 'print']
    .map((command) => summary.filter((group) => group.command === command))
    .filter((groups) => groups.length > 0)
    .map((groups) => formatTable([header(groups[0].command), ...groups.flatMap(formatGroup)]));
  return [
    `Node ${node}, ${cores} × ${processor}; medians of ${runs} runs [smallest..largest]; ratios are to the floor of the same run`,
    ...tables,
    formatTable([['Aim', 'at most', 'measured', ''], ...aims.map(formatAim)]),
  ].join('\n\n');
}

function header(command) {
  const first = command === 'build' ? [] : ['printing ms'];
  const last = command === 'build' ? [] : ['printing ×'];
  return ['', 'wall ms', 'CPU ms', ...first, 'peak MB', 'KB', 'wall ×', 'CPU ×', 'peak ×', ...last];
}

function formatGroup({ command, size, variants }) {
  const keys = command === 'build' ? ['wall', 'cpu', 'memory'] : ['wall', 'cpu', 'printing', 'memory'];
  const compared = command === 'build' ? ['wall', 'cpu', 'memory'] : ['wall', 'cpu', 'memory', 'printing'];
  return variants.map(({ name, figures, ratios }) => [
    `${size} slides: ${name}`,
    ...keys.map((key) => (figures[key] ? formatSpread(figures[key]) : '')),
    figures.bytes ? (figures.bytes.median / 1024).toFixed(0) : '',
    ...compared.map((key) => (ratios[key] ? formatSpread(ratios[key], 2) : '')),
  ]);
}

function formatAim({ name, aim, median, min, max }) {
  const digits = median > 10 ? 0 : 2;
  const measured = min === undefined ? median.toFixed(digits) : formatSpread({ median, min, max }, digits);
  const verdict = median <= aim ? 'reached' : 'missed';
  return [name, aim === undefined ? '' : String(aim), measured, aim === undefined ? '' : verdict];
}
