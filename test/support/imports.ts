/** What the sources import, told from their text. */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

/** Every source below a folder, without folders that have a package of their own. */
export function sourcesOf(folder: string, own: readonly string[] = []): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?ts$|\.mjs$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !own.some((other) => path.startsWith(`${other}/`)));
}

/** Names of the packages that a file imports, statically or not. */
export function imported(file: string): readonly string[] {
  const specifiers = readFileSync(file, 'utf8').matchAll(
    /(?:\bfrom |\bimport |\bimport\(|\burl\)\(|\.resolve\()\s*'([@a-z][^'\s]*)'/g,
  );
  return [...specifiers]
    .map(([, specifier]) => specifier as string)
    .filter((specifier) => !isBuiltin(specifier))
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}
