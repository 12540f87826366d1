/** Changes that no test can notice, each with the reason: they do not count. `at` is a part of the line that is changed. */
export const equivalents = [
  {
    file: 'src/output/write-file.ts',
    at: "createHash('sha256')",
    to: '""',
    why: 'the file does not even load: every test fails, which the runner does not count',
  },
  {
    file: 'src/output/write-file.ts',
    at: 'await rm(temporary, { force: true })',
    why: 'what is said of a file that is not there is caught on the same line',
  },
  {
    file: 'src/output/write-file.ts',
    at: '{ force: true })',
    why: 'only where another run sweeps the same file at the same moment',
  },
  {
    file: 'src/output/write-file.ts',
    at: 'const [, owner] =',
    mutator: 'ArrayDeclaration',
    why: 'of a list of one the second entry is missing too',
  },
  {
    file: 'src/output/write-file.ts',
    at: "subarray(0, 200).toString('utf8')",
    why: 'the name of the temporary file, which is gone when a test may look; that a long one fits is tested',
  },
  { file: 'src/output/write-file.ts', at: 'function shorten', why: 'the same' },
  {
    file: 'src/output/write-file.ts',
    at: 'async function syncFolder',
    why: 'only after a loss of power is a rename gone that did not reach the disk',
  },
  {
    file: 'src/output/write-file.ts',
    at: "await open(path, 'r')",
    why: 'the same: without the call the folder is not synced',
  },
  {
    file: 'src/output/write-file.ts',
    at: 'await handle?.',
    why: 'only where folders cannot be opened: on Windows',
  },
  {
    file: 'src/output/write-file.ts',
    at: 'code === undefined ? undefined',
    why: 'a code that is not there has no entry either',
  },
];
