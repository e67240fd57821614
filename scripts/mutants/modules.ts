/** The modules of the rules and which of them refer to which: what a question or a test can reach, and nothing else. */
import { globSync, readFileSync } from 'node:fs';

export interface Module {
  readonly path: string;
  /** Its package without `data`. */
  readonly name: string;
  readonly source: string;
  /** What it refers to, without `data`: packages or rules in them. */
  readonly references: readonly string[];
}

/** Those of the committed rules and of their tests, but for the checks of the blocks, which no answer rests on. */
export function readModules(): readonly Module[] {
  return globSync('policies/**/*.rego')
    .filter((path) => !path.startsWith('policies/checks/'))
    .sort()
    .map((path) => moduleOf(path, readFileSync(path, 'utf8')));
}

function moduleOf(path: string, source: string): Module {
  return { path, source, name: /^package (\S+)/m.exec(source)?.[1] ?? '', references: referencesIn(source) };
}

function referencesIn(source: string): readonly string[] {
  const code = source.replaceAll(/^\s*#.*$/gm, '');
  return [...new Set([...code.matchAll(/\bdata\.([a-z][\w.]*)/g)].map((match) => match[1] as string))];
}

export const isTest = ({ path }: Module): boolean => path.endsWith('_test.rego');

/** The modules that `start` refers to, and so on, itself among them. */
export function reached(all: readonly Module[], start: readonly Module[]): ReadonlySet<Module> {
  const found = new Set(start);
  // A set that grows while it is gone through: each module is come to once.
  for (const { references } of found)
    for (const module of all) if (references.some((to) => concerns(to, module.name))) found.add(module);
  return found;
}

/** A reference names a package, a rule or a rule's member in it, or a package that it lies in. */
const concerns = (reference: string, name: string): boolean =>
  `${reference}.`.startsWith(`${name}.`) || `${name}.`.startsWith(`${reference}.`);

/**
 * The module that collects the findings of every question, with one question left. The others would reach everything.
 *
 * @param found the generated module
 */
export function foundOnly({ path, source }: Module, question: string): Module {
  const parts = source.split(/^(?=\w+(?:\("[^"]*"\))? := )/m);
  const [head = '', ...rules] = parts;
  return moduleOf(path, [head, ...rules.filter((rule) => rule.startsWith(`${question} :=`))].join(''));
}
