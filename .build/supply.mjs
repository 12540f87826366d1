/**
 * What Lectern installs with it: `licenses` checks the licence of every package against what a free program may ship, `sbom` writes the
 * list as CycloneDX. Both read the lock file and the packages that lie there; neither asks a network.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const allowed =
  /^(?:MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|CC0-1\.0|CC-BY-4\.0|BlueOak-1\.0\.0|Unlicense|Python-2\.0|OFL-1\.1|WTFPL|Zlib)$/;
/** For tools that build and test, and for packages whose files lie beside ours, unchanged and no part of them. */
const allowedBeside = /^MPL-2\.0$/;
const usedBeside = new Set(['axe-core']);

/** List the packages of the lock file; those that are only for other systems are not here to be read. */
export async function listPackages({ dev = false } = {}) {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const entries = Object.entries(lock.packages).filter(([place, one]) => place !== '' && (dev || !one.dev));
  return Promise.all(
    entries.map(
      async ([
        place,
        { version, hasInstallScript = false, integrity, optional = false, dev: isTool = false },
      ]) => {
        const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
        const manifest = path.join(place, 'package.json');
        const installed = existsSync(manifest);
        const { license, licenses } = installed ? JSON.parse(await readFile(manifest, 'utf8')) : {};
        const said = license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ');
        return {
          name,
          version,
          license: said,
          installed,
          optional,
          tool: isTool,
          hasInstallScript,
          integrity,
        };
      },
    ),
  );
}

/** Tell whether a licence is one of those that are allowed, or leaves the choice of one. */
export function isAllowed(license = '') {
  const plain = license.replace(/[()]/g, '');
  if (plain.includes(' AND ')) return plain.split(' AND ').every((one) => isAllowed(one));
  return plain.split(' OR ').some((one) => allowed.test(one.trim()));
}

/** Tell whether a package may be installed with Lectern, or for work on it. */
export function mayBeUsed({ name, license = '', tool = false }) {
  return isAllowed(license) || (allowedBeside.test(license) && (tool || usedBeside.has(name)));
}

/** Describe packages as CycloneDX, the same for the same lock file. */
export function describeBom(packages, { name, version }) {
  const sorted = [...packages].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        name,
        version,
        purl: toUrl(name, version),
        'bom-ref': toUrl(name, version),
      },
    },
    components: sorted.map((one) => ({
      type: 'library',
      name: one.name,
      version: one.version,
      'bom-ref': toUrl(one.name, one.version),
      purl: toUrl(one.name, one.version),
      ...(one.optional && { scope: 'optional' }),
      ...(one.license && { licenses: [{ expression: one.license }] }),
      ...(one.integrity && { hashes: one.integrity.split(' ').map(toHash) }),
    })),
  };
}

function toUrl(name, version) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function toHash(integrity) {
  const [kind = '', base64 = ''] = integrity.split(/-(.*)/s);
  return { alg: kind.replace('sha', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
}

async function checkLicenses() {
  const all = await listPackages({ dev: true });
  const wrong = all.filter((one) => one.installed && !mayBeUsed(one));
  for (const { name, version, license } of wrong)
    console.error(`${name}@${version}: ${license ?? 'no licence'}`);
  const counts = new Map();
  for (const { license } of all.filter(({ installed }) => installed))
    counts.set(license, (counts.get(license) ?? 0) + 1);
  for (const [license, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(4)}  ${license}`);
  console.log(
    `${all.length} packages, ${all.filter(({ installed }) => !installed).length} of them for other systems, ${wrong.length} not allowed`,
  );
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

async function writeBom() {
  const manifest = JSON.parse(await readFile('package.json', 'utf8'));
  const file = path.join('dist', 'lib', 'sbom.cdx.json');
  await mkdir(path.dirname(file), { recursive: true });
  const bom = describeBom(await listPackages(), manifest);
  await writeFile(file, `${JSON.stringify(bom, undefined, 2)}\n`);
  console.log(`${file}: ${bom.components.length} packages`);
}

const actions = { licenses: checkLicenses, sbom: writeBom };
if (process.argv[1]?.endsWith('supply.mjs')) await actions[process.argv[2]]?.();
