/**
 * One archive for networks without registries: the program, its dependencies for production, Node and the bundles.
 *
 *   node scripts/offline/main.ts [folder]      writes tongze-<version>-<platform>.tar.gz and its .sha256
 *
 * Run it where `npm ci` has installed the dependencies of the lockfile. The same files give the same bytes.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

/** What the program consists of. The Rego sources come along for whoever wants to read the law. */
const FOLDERS = ['bundles', 'deploy', 'docs', 'policies', 'schemas', 'scripts', 'src'];
const FILES = ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'package.json', 'package-lock.json'];

/** Tools of the project's authors among the optional packages. */
const AUTHORS = /^node_modules\/@biomejs\//;

const NODE = `node_modules/node-${process.platform}-${process.arch}`;

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
}

/**
 * The folders of the packages that run in production.
 *
 * @throws when a package that is needed is not installed
 */
export function productionPackages(): readonly string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const needed = Object.entries(packages).filter(
    ([path, { dev }]) => path !== '' && dev !== true && !AUTHORS.test(path),
  );
  const missing = needed.filter(([path, { optional }]) => optional !== true && !existsSync(path));
  if (missing.length > 0)
    throw new Error(`没有安装 ${missing.map(([path]) => path).join('、')}：先运行 npm ci --ignore-scripts`);
  if (!existsSync(`${NODE}/bin/node`)) throw new Error(`没有本平台的 Node（${NODE}）：先运行 npm ci --ignore-scripts`);
  return needed.map(([path]) => path).filter((path) => existsSync(path));
}

/** Files below a folder, sorted; dependencies that lie deeper are packages of their own. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
}

/** Every file of the archive, in its order. */
export function contents(): readonly string[] {
  return [...FILES, ...[...FOLDERS, ...productionPackages()].flatMap(filesBelow)];
}

/**
 * Writes the archive.
 *
 * @param level of gzip: 9 for release
 * @returns its path and SHA-256
 */
export async function writeArchive(
  folder: string,
  level = 9,
): Promise<{ readonly path: string; readonly sha256: string }> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const name = `tongze-${version}-${process.platform}-${process.arch}`;
  const path = join(folder, `${name}.tar.gz`);
  mkdirSync(folder, { recursive: true });
  const archive = pack();
  const written = pipeline(archive, createGzip({ level }), createWriteStream(path));
  const header = { mtime: new Date(0), uname: 'root', gname: 'root' };
  // What `npm start` leaves after it has installed: the dependencies are those of the lockfile.
  archive.entry({ ...header, name: `${name}/node_modules/.tongze-stamp` }, await digestOf('package-lock.json'));
  for (const file of contents()) {
    const { size, mode } = statSync(file);
    const executable = (mode & 0o111) !== 0 ? 0o755 : 0o644;
    const entry = archive.entry({ ...header, name: `${name}/${file}`, size, mode: executable });
    await pipeline(createReadStream(file), entry);
    await finished(entry).catch(() => undefined);
  }
  archive.finalize();
  await written;
  const sha256 = await digestOf(path);
  writeFileSync(`${path}.sha256`, `${sha256}  ${name}.tar.gz\n`);
  return { path, sha256 };
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

if (import.meta.main) {
  const [folder = 'build', level] = process.argv.slice(2);
  const { path, sha256 } = await writeArchive(folder, level === undefined ? 9 : Number(level));
  console.log(`${path}  ${Math.round(statSync(path).size / 1024 / 1024)} MiB\nSHA-256 ${sha256}`);
}
