/** What is committed but not written by hand is what the sources give. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { capabilities } from '../../scripts/build/capabilities.ts';
import { catalogue, foundRego } from '../../scripts/build/catalogue.ts';
import { CLIENT_TYPES, digestIn, digestOf, generate, hasGenerator } from '../../scripts/build/client.ts';
import {
  BUNDLES,
  buildBundles,
  CAPABILITIES,
  CATALOGUE,
  FOUND,
  revision,
  sha256,
  sources,
} from '../../scripts/build/main.ts';
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
  const rules = sources().filter((path) => path.endsWith('.rego'));

  // `opa build -t wasm` takes the compiled rules out of its modules, so the Rego is compared with the sources; that the
  // compiled rules say the same is what the cases show, on WASM and on Go.
  t.same(
    rego.modules,
    rules.map((id) => ({ id, raw: readFileSync(id, 'utf8') })),
  );
  t.same(rego.data, wasm.data);
  t.equal(rego.revision, wasm.revision);
  t.type(wasm.wasm, Uint8Array);
  t.equal(rego.wasm, undefined);
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
