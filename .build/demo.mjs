// `npm run demo`: builds the package where that is needed, then the flagship deck as a page and as three PDFs, and says where they are.
import { spawnSync } from 'node:child_process';

const deck = 'slides/keras-vs-pytorch';
const out = 'dist/slides/keras-vs-pytorch';

run('.build/build.mjs', '--quiet');
run('dist/lib/cli.js', 'build', deck);
run('dist/lib/cli.js', 'print', deck, '--layout', 'slides,handout,notes');
console.log(`
The talk is ready:
  ${out}/index.html   open it in a browser: arrow keys move, S speaker window, F full screen, ? all keys
  ${out}/slides.pdf   the slides, a page each
  ${out}/handout.pdf  for the audience: two slides a page, with text and sources
  ${out}/notes.pdf    for the speaker

Present it from a local server:  npx lectern present ${deck}
Write your own:                  README.md, "Your first deck"`);

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
