/** Loaded before `verify.mjs`, gives it what it gets on Windows: paths with backslashes. */
import { registerHooks } from 'node:module';

const module = (text) => `data:text/javascript,${encodeURIComponent(text)}`;

const STAND_INS = {
  'node:path': module(`
    import { win32 } from 'node:path';
    export const { dirname, join, relative, resolve, sep } = win32;`),
  'node:fs': module(String.raw`
    import * as fs from 'node:fs';
    const slashed = (path) => path.replaceAll('\\', '/');
    export const existsSync = (path) => fs.existsSync(slashed(path));
    export const statSync = (path) => fs.statSync(slashed(path));
    export const readFileSync = (path, ...more) => fs.readFileSync(slashed(path), ...more);
    export const readdirSync = (path, options) =>
      fs.readdirSync(slashed(path), options).map((entry) => ({
        name: entry.name,
        isFile: () => entry.isFile(),
        parentPath: entry.parentPath.replaceAll('/', '\\'),
      }));`),
};

registerHooks({
  resolve: (specifier, context, next) =>
    context.parentURL?.endsWith('/verify.mjs') && Object.hasOwn(STAND_INS, specifier)
      ? { url: STAND_INS[specifier], shortCircuit: true }
      : next(specifier, context),
});
