/** Preloaded into a measured Node process: leaves what it has used when it exits. CommonJS, since `--import` would start a second loader. */
const { writeFileSync } = require('node:fs');

const path = process.env.LECTERN_BENCH_USAGE;
process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(path, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }));
});
