/** What is committed but not written by hand is what the sources give. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import t from 'tap';
import { capabilities } from '../../scripts/build/capabilities.ts';
import { catalogue, foundRego } from '../../scripts/build/catalogue.ts';
import { CLIENT_TYPES, digestIn, digestOf, generate, hasGenerator } from '../../scripts/build/client.ts';
import {
  BUNDLES,
  buildBundle,
  buildBundles,
  CAPABILITIES,
  CATALOGUE,
  FOUND,
  MODULES,
  regoSources,
  revision,
  sha256,
} from '../../scripts/build/main.ts';
import { syntaxTrees } from '../../scripts/build/modules.ts';
import { OPENAPI, openapiText } from '../../scripts/build/openapi.ts';
import { generated } from '../../scripts/generate/main.ts';
import { findTool } from '../../scripts/tools.mjs';
import { readBundle } from '../../src/policy/bundle.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';

const opa = findTool('opa');
const needsOpa = { skip: opa === null && '缺少 opa：npm run setup' };

t.test('the generated files are those that schemas/ gives', async (t) => {
  for (const [path, text] of await generated()) t.equal(readFileSync(path, 'utf8'), text, path);
});

t.test('the OpenAPI document is what schemas/ and the committed bundle give', async (t) => {
  t.equal(readFileSync(OPENAPI, 'utf8'), await openapiText());
});

t.test('the types of the client are those of the OpenAPI document', async (t) => {
  const openapi = readFileSync(OPENAPI, 'utf8');
  const types = readFileSync(CLIENT_TYPES, 'utf8');

  t.equal(digestIn(types), digestOf(openapi), 'npm run build brings them up to date');
  if (hasGenerator()) t.equal(types, generate(openapi));
});

t.test('the committed bundles are those of the committed policies', async (t) => {
  t.equal(builtInBundles.revision, revision(), 'npm run build brings them up to date');
  for (const kind of ['wasm', 'rego'] as const)
    t.equal(sha256(readFileSync(BUNDLES[kind])), builtInBundles[kind].sha256, kind);
});

t.test('both bundles come from the same sources and hold the same data', async (t) => {
  const wasm = await readBundle(BUNDLES.wasm, builtInBundles.wasm.sha256);
  const rego = await readBundle(BUNDLES.rego, builtInBundles.rego.sha256);

  t.same(
    rego.modules,
    regoSources().map((id) => ({ id, raw: readFileSync(id, 'utf8') })),
  );
  t.same(rego.data, wasm.data);
  t.equal(rego.revision, wasm.revision);
  t.type(wasm.wasm, Uint8Array);
  t.equal(rego.wasm, undefined);
});

// `opa build -t wasm` takes the compiled rules out of the Rego that it packs, so the texts of the two bundles cannot be
// compared. Instead the text and the data that the Rego bundle holds are compiled: the pinned compiler makes exactly the
// WASM bundle of them. What runs is therefore compiled from what users can read, download and load into their own OPA.
t.test('the WASM bundle is, byte for byte, what the compiler makes of the Rego bundle', needsOpa, async (t) => {
  const rego = await readBundle(BUNDLES.rego, builtInBundles.rego.sha256);
  const folder = mkdtempSync(join(tmpdir(), 'tongze-equal-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  for (const { id, raw } of rego.modules) {
    mkdirSync(join(folder, dirname(id)), { recursive: true });
    writeFileSync(join(folder, id), raw);
  }
  writeFileSync(join(folder, 'policies', 'data.json'), JSON.stringify(rego.data));
  cpSync(CAPABILITIES, join(folder, CAPABILITIES));

  const wasm = buildBundle(opa as string, 'wasm', rego.revision, folder);

  t.equal(sha256(wasm), builtInBundles.wasm.sha256);
});

t.test('a bundle with one byte changed is refused before it is used', async (t) => {
  await t.rejects(readBundle(BUNDLES.wasm, '0'.repeat(64)), /已被改动/);
});

t.test('two builds of the same sources give the committed bytes', needsOpa, async (t) => {
  const bundles = buildBundles(opa as string);

  for (const kind of ['wasm', 'rego'] as const) t.equal(sha256(bundles[kind]), builtInBundles[kind].sha256, kind);
});

t.test('the catalogue, the collected findings and the capabilities are those that opa gives', needsOpa, async (t) => {
  t.same(JSON.parse(readFileSync(CATALOGUE, 'utf8')), catalogue(opa as string));
  t.equal(readFileSync(CAPABILITIES, 'utf8'), capabilities(opa as string));
  t.equal(readFileSync(FOUND, 'utf8'), foundRego(opa as string));
});

t.test('the syntax trees that /v1/policies gives are those of opa parse', needsOpa, async (t) => {
  t.equal(readFileSync(MODULES, 'utf8'), await syntaxTrees(opa as string, regoSources()));
});
