/** What is installed with Lectern, and what it ships itself: known licences, no scripts that run, nothing but what is needed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { expect, onTestFinished, test } from 'vitest';
// @ts-expect-error -- a script of the build has no types.
import { describeBom, isAllowed, listPackages, mayBeUsed } from '../../.build/supply.mjs';
import { projectFolder } from '../support.js';

interface Installed {
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  readonly installed: boolean;
  readonly hasInstallScript: boolean;
}

const packages: Installed[] = await listPackages();
const manifest = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin: Readonly<Record<string, string>>;
};

test('every package that is installed has a licence that lets it be shipped', () => {
  expect(packages.length).toBeGreaterThan(50);
  expect(
    packages
      .filter((one) => one.installed && !mayBeUsed(one))
      .map(({ name, license }) => `${name} ${license}`),
  ).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['(MIT AND GPL-3.0)', false],
  ['AGPL-3.0', false],
  ['', false],
])('the licence %j is allowed: %s', (license, allowed) => {
  expect(isAllowed(license)).toBe(allowed);
});

test('of all that is installed only the driver of the browser has a script, and `--ignore-scripts` works', () => {
  // It would download a browser, which the settings in the project switch off.
  expect(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual([
    'puppeteer',
  ]);
  expect(readFileSync(path.join(projectFolder, '.puppeteerrc.cjs'), 'utf8')).toContain('skipDownload: true');
});

test('every dependency is justified', () => {
  const readme = readFileSync(path.join(projectFolder, 'src', 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('## Dependencies'));
  const rows = table.replace(/([\w-]+)-\{([^}]*)\}/g, (_, stem: string, list: string) =>
    list
      .split(/,\s*/)
      .map((one) => `${stem}-${one}`)
      .join(' '),
  );
  const all = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );
  expect(all.filter((name) => !rows.includes(name.replace(/-(?:parents)$/, '')))).toEqual([]);
});

test('the bill of materials names each package with its hash, and is the same each time', async () => {
  const bom = describeBom(packages, { name: 'lectern', version: '0.1.0' });
  expect(bom.components).toHaveLength(packages.length);
  expect(
    bom.components.every(
      ({ purl, version }: { purl: string; version: string }) => purl.startsWith('pkg:npm/') && version,
    ),
  ).toBe(true);
  expect(JSON.stringify(describeBom(await listPackages(), { name: 'lectern', version: '0.1.0' }))).toBe(
    JSON.stringify(bom),
  );
  expect(JSON.stringify(bom)).not.toContain('resolved');
});

test('the package holds what its manifest points to, and nothing of the workshop', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: projectFolder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ readonly files: readonly { readonly path: string }[]; readonly unpackedSize: number }];
  const files = packed.files.map(({ path: file }) => file);
  expect(
    files.filter(
      (file) =>
        !/^(?:dist\/lib\/|themes\/|dist\/README\.md$|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(
          file,
        ),
    ),
  ).toEqual([]);
  expect(files.filter((file) => /\.map$|\.test\.|node_modules|\.tsbuildinfo/.test(file))).toEqual([]);
  expect(packed.unpackedSize).toBeLessThan(12_000_000);
  const targets = [
    ...Object.values(manifest.bin),
    ...Object.values(manifest.exports).flatMap((one) =>
      typeof one === 'string' ? [one] : Object.values(one),
    ),
  ];
  for (const target of targets.filter((one) => !one.includes('*'))) {
    expect(files).toContain(target.replace(/^\.\//, ''));
    expect(existsSync(path.join(projectFolder, target))).toBe(true);
  }
});

// What is released is packed by `npm pack`, which builds and writes the bill of materials first (`prepack`).
test('what is packed has its bill of materials, and passes publint and arethetypeswrong', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync('npm', ['run', 'sbom'], { cwd: projectFolder, stdio: 'ignore' });
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [packed] = JSON.parse(
    execFileSync('npm', args, { cwd: projectFolder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }];
  expect(packed.files.map(({ path: file }) => file)).toContain('dist/lib/sbom.cdx.json');
  const tarball = new Uint8Array(readFileSync(path.join(folder, packed.filename)));
  const { messages } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  expect(messages.map(({ code, path: place }) => `${code} at ${place.join('.')}`)).toEqual([]);
  const types = await checkPackage(createPackageFromTarballData(tarball));
  if (types.types === false) throw new Error('Unexpected package without types');
  expect(Object.keys(types.entrypoints)).toContain('.');
  // The profile of packages that are ES modules alone: how CommonJS and Node 10 look for types does not count.
  const elsewhere: readonly string[] = ['node10', 'node16-cjs'];
  const found = types.problems.filter(
    (problem) => !('resolutionKind' in problem && elsewhere.includes(problem.resolutionKind)),
  );
  expect(found).toEqual([]);
});
