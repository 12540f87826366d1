/** The bare pipeline as a program, bundled and run cold: `node run-bare.js <deck.md> <out.html>`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { renderBare } from './bare-pipeline.mjs';

const [, , input, output] = process.argv;
writeFileSync(output, renderBare(readFileSync(input, 'utf8')));
