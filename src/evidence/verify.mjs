/**
 * Verifies one evidence package of Tongze, without network: Node.js 20 or later, this file, nothing else.
 *
 *   node verify.mjs [folder] [--key <public key, or a file of them>]… [--checkpoint <file> [--proof <file>]] [--json]
 *
 * `folder` is the unpacked package; the folder of this file if absent. Give it a package from a copy of this file that
 * you trust: whoever forges a package can forge the verifier in it too. Nothing here is shared with the program that
 * made the package; it is written from RFC 6962 (Merkle trees), RFC 8785 (canonical JSON), C2SP signed-note and
 * tlog-checkpoint, and the WASM ABI of Open Policy Agent.
 *
 * Exit codes: 0 everything that was asked holds and is proven · 1 something does not hold · 2 called wrongly, or no
 * package · 3 what is there holds, but not everything could be proven (no key given, several of which any may have
 * ended, content erased).
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

const EXIT = { proven: 0, refuted: 1, usage: 2, open: 3 };

/** Bytes of one file, packed or unpacked: a package has about 1 MB. */
const MAX_BYTES = 64 * 1024 * 1024;

// ---------------------------------------------------------------------------------------------------------------------
// What is said: every line of the report is a claim that was proven, refuted, or left open with the reason.
// ---------------------------------------------------------------------------------------------------------------------

const report = [];
const MARKS = { proven: '✓', refuted: '✗', open: '○', note: ' ' };

/**
 * @param state `proven`, `refuted`, `open` (not proven, which counts), `note` (for information)
 * @param claim a name that never changes, for programs
 */
function say(state, claim, text) {
  report.push({ state, claim, text });
}

/** Says that a claim holds or not, and gives it back. */
function claim(name, holds, proven, refuted) {
  say(holds ? 'proven' : 'refuted', name, holds ? proven : refuted);
  return holds;
}

/**
 * What cannot even be read is refuted, never passed over.
 *
 * @param title what it is that is worked on
 */
function attempt(name, title, work) {
  try {
    return work();
  } catch (error) {
    say('refuted', name, `${title}不成立：${error.message}`);
    return undefined;
  }
}

/** Lets an error say which of several things it is about. */
function about(title, work) {
  try {
    return work();
  } catch (error) {
    throw new Error(`${title}：${error.message}`);
  }
}

/** Called wrongly, or there is no package. */
class Unusable extends Error {}

// ---------------------------------------------------------------------------------------------------------------------
// Bytes: SHA-256, canonical JSON, tar
// ---------------------------------------------------------------------------------------------------------------------

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (bytes) => Buffer.from(bytes).toString('hex');
const equal = (a, b) => Buffer.compare(a, b) === 0;

const textOf = (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** RFC 8785: names in the order of their UTF-16 code units, numbers and strings as JavaScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** JSON that is in canonical form already: there is no second way to write the same. */
function canonicalJson(bytes) {
  const text = textOf(bytes);
  const value = JSON.parse(text);
  if (canonical(value) !== text) throw new Error('不是规范化的 JSON（RFC 8785）');
  return value;
}

/** Base64 in the one form that gives back the same text. */
function base64(text, length) {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text || (length !== undefined && bytes.length !== length))
    throw new Error('base64 的写法或者长度不对');
  return bytes;
}

/** The plain files of a `.tar.gz` (ustar). Its digest has been checked before; this only has to read it. */
function untar(archive) {
  const tar = gunzipSync(archive, { maxOutputLength: MAX_BYTES });
  const field = (at, length) => textOf(tar.subarray(at, at + length)).split('\0')[0];
  const files = new Map();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const [name, size, type, prefix] = [field(at, 100), field(at + 124, 12), field(at + 156, 1), field(at + 345, 155)];
    if (type !== '' && type !== '0') throw new Error(`tar 里有普通文件以外的条目（${type}）`);
    const length = Number.parseInt(size.trim(), 8);
    const path = `${prefix === '' ? '' : `${prefix}/`}${name}`.replace(/^\//, '');
    if (files.has(path)) throw new Error(`tar 里有两个 ${path}`);
    files.set(path, tar.subarray(at + 512, at + 512 + length));
    at += 512 + Math.ceil(length / 512) * 512;
  }
  return files;
}

// ---------------------------------------------------------------------------------------------------------------------
// The tree: RFC 6962, section 2.1, written as its definitions are
// ---------------------------------------------------------------------------------------------------------------------

const leafHash = (leaf) => sha256(Uint8Array.of(0), leaf);
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

/** The largest power of two smaller than n. */
function split(n) {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

const isSize = (n) => Number.isSafeInteger(n) && n >= 1;

function takeFrom(path) {
  if (path.length === 0) throw new Error('证明太短');
  return path.pop();
}

function emptied(path, result) {
  if (path.length > 0) throw new Error('证明太长');
  return result;
}

/** The root of the tree of `size` leaves in which the leaf at `index` has this hash. @source RFC 6962, 2.1.1 */
function rootByPath(index, size, hash, proof) {
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) throw new Error('位置不在树里');
  const path = proof.map((node) => base64(node, 32));
  const root = (at, n) => {
    if (n === 1) return hash;
    const k = split(n);
    const sibling = takeFrom(path);
    return at < k ? nodeHash(root(at, k), sibling) : nodeHash(sibling, root(at - k, n - k));
  };
  return emptied(path, root(index, size));
}

/** Whether the tree of `second` leaves begins with the tree of `first` leaves. @source RFC 6962, 2.1.2 */
function isContinued({ first, second, firstRoot, secondRoot, proof }) {
  if (!isSize(first) || !isSize(second) || first > second) return false;
  const path = proof.map((node) => base64(node, 32));
  // Both roots of a subtree of n leaves whose first m belong to the older tree; `whole` while it is all of that tree.
  const both = (m, n, whole) => {
    if (m === n) {
      const hash = whole ? firstRoot : takeFrom(path);
      return [hash, hash];
    }
    const k = split(n);
    const sibling = takeFrom(path);
    if (m <= k) {
      const [older, newer] = both(m, k, whole);
      return [older, nodeHash(newer, sibling)];
    }
    const [older, newer] = both(m - k, n - k, false);
    return [nodeHash(sibling, older), nodeHash(sibling, newer)];
  };
  const [older, newer] = emptied(path, both(first, second, true));
  return equal(older, firstRoot) && equal(newer, secondRoot);
}

// ---------------------------------------------------------------------------------------------------------------------
// Signatures: C2SP signed-note with Ed25519, tlog-checkpoint
// ---------------------------------------------------------------------------------------------------------------------

/** A public key `name+hash+base64`; `undefined` where the text is none. */
function keyOf(text) {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, name, hash, encoded] = match;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== 1) return undefined;
  if (hex(sha256(`${name}\n`, bytes)).slice(0, 8) !== hash) return undefined;
  // The header of an Ed25519 key in DER.
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return { name, hash, text: text.trim(), key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

const keysIn = (text) => text.split('\n').map(keyOf).filter(Boolean);

const namesOf = (keys) => keys.map(({ name, hash }) => `${name} ${hash}`).join('、');

/**
 * Reads a checkpoint and checks the signatures of the keys that are known.
 *
 * @returns origin, size, root, and the known keys that signed it and count for a tree of that size
 * @throws where it is malformed, or a known key's signature is wrong
 */
function checkpointOf(note, known) {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new Error('不是检查点');
  const text = note.slice(0, end + 1);
  const [origin, size, root] = text.split('\n');
  if (!/^(0|[1-9][0-9]{0,14})$/.test(size ?? '')) throw new Error('检查点里的叶数不对');
  const by = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const match = /^— (\S+) (\S+)$/u.exec(line);
    if (match === null) throw new Error('签名的一行不合格式');
    const bytes = base64(match[2]);
    const key = known.find(({ name, hash }) => name === match[1] && hash === hex(bytes.subarray(0, 4)));
    if (key === undefined) continue;
    if (!verifySignature(null, Buffer.from(text), key.key, bytes.subarray(4)))
      throw new Error(`公钥 ${key.hash} 的签名不对`);
    // A key signs for its own log only, and for no tree that has its replacement in it.
    if (key.name === origin && Number(size) <= (key.lastSize ?? Number(size))) by.push(key);
  }
  return { origin, size: Number(size), root: base64(root ?? '', 32), by };
}

const CUT_OFF = '(cut off)';

/** Bytes of the shortest signature: the hash of its key, and that of Ed25519. */
const SIGNATURE_BYTES = 4 + 64;

/** Whether a text is a whole checkpoint, whoever signed it. */
function isCheckpoint(note) {
  try {
    checkpointOf(note, []);
    const signatures = note.slice(note.lastIndexOf('\n\n') + 2, -1).split('\n');
    return signatures.every((line) => base64(line.split(' ')[2]).length >= SIGNATURE_BYTES);
  } catch {
    return false;
  }
}

/**
 * The checkpoints of a text: one, perhaps copied with white space after it or with CRLF, or a whole file of them. What
 * was cut off is none.
 */
function checkpointsIn(text) {
  const parts = text
    .replaceAll('\r\n', '\n')
    .trimEnd()
    .split(/\n{2,}/);
  const notes = [];
  let before = [];
  for (const part of parts) {
    const lines = part.split('\n');
    const end = lines.findIndex((line) => !line.startsWith('— '));
    const signatures = end < 0 ? lines : lines.slice(0, end);
    // Saved one close behind the other, the next begins after the signatures. What was cut off has a line that says so.
    const behind = end < 0 ? [] : lines.slice(end);
    if (behind[0] !== CUT_OFF) notes.push(`${before.join('\n')}\n\n${signatures.join('\n')}\n`);
    before = behind;
  }
  return notes.filter(isCheckpoint);
}

/**
 * The keys that hang together with the trusted ones by records of a rotation: the new key, which has always signed,
 * vouches for the old one; the old key has to have signed too for the new one to follow it, so not where it was lost.
 *
 * Whoever stole a key that was replaced can still sign with it. So it counts for trees of before its replacement only
 * (`lastSize`), and a rotation only where its tree is a beginning of the latest one of the package: what the old key
 * signed has to be in the history that the new key signs.
 */
function withRotations(trusted, { rotations, consistency }, note) {
  if (rotations.length === 0) return trusted;
  const latest = about('最新的检查点', () => checkpointOf(note, []));
  const known = new Map(trusted.map((key) => [key.text, key]));
  // From the earliest, again after each that counts: what ends a key is known before what the key signed later.
  const waiting = rotations
    .map((rotation, at) => about(`第 ${at + 1} 条`, () => rotationOf(rotation)))
    .filter((rotation) => isPartOf(rotation, latest, consistency))
    .sort((a, b) => a.index - b.index);
  for (;;) {
    const at = waiting.findIndex((rotation) => vouching(rotation, known) !== undefined);
    if (at < 0) return [...known.values()];
    const [rotation] = waiting.splice(at, 1);
    const { from, lost } = rotation.keys;
    const to = vouching(rotation, known);
    known.set(to.text, to);
    const old = known.get(from) ?? keyOf(from);
    if (old === undefined) continue;
    // Where a rotation was cut short the old key signed on until the next one.
    const lastSize = Math.max(old.lastSize ?? 0, rotation.index);
    known.set(from, { ...old, lastSize, agreed: !lost && signs(keyOf(from), rotation) });
  }
}

function rotationOf({ leaf, inclusion, checkpoint }) {
  const { kind, keys } = canonicalJson(Buffer.from(leaf));
  if (kind !== 'key_rotation') throw new Error('更换密钥的记录不是更换密钥的记录');
  const { size, root } = checkpointOf(checkpoint, []);
  const isIn = inclusion.size === size && equal(pathRoot(Buffer.from(leaf), inclusion), root);
  if (!isIn) throw new Error('更换密钥的叶不在它的检查点里');
  return { keys, index: inclusion.index, size, root, checkpoint };
}

/** Whether a rotation is in the history that the package ends with. @throws where it is in another */
function isPartOf(rotation, latest, consistency) {
  const { index, size } = rotation;
  const isTied = size <= latest.size ? continues(rotation, latest, consistency) : undefined;
  if (isTied === false) throw new Error(`更换密钥的记录（位置 ${index}）不在最新检查点的历史里`);
  if (isTied === undefined)
    say(
      'note',
      'rotations',
      `没有更换密钥时的检查点（${size} 片叶）与最新检查点（${latest.size} 片叶）之间的一致性证明：没有采用这次更换`,
    );
  return isTied === true;
}

const signs = (key, { index, checkpoint }) =>
  key !== undefined && about(`位置 ${index}`, () => checkpointOf(checkpoint, [key])).by.length > 0;

/** The new key of a rotation, where the known keys say that it is one. */
function vouching(rotation, known) {
  const { from, to, lost } = rotation.keys;
  if (signs(known.get(to), rotation)) return known.get(to);
  const fresh = keyOf(to);
  return !lost && signs(known.get(from), rotation) && signs(fresh, rotation) ? fresh : undefined;
}

const pathRoot = (leaf, { index, size, path }) => rootByPath(index, size, leafHash(leaf), path);

// ---------------------------------------------------------------------------------------------------------------------
// The policy: ABI 1.2 of OPA's WASM, without any library. The module gets memory and nothing else, so it can read no
// file, no clock and no network.
// ---------------------------------------------------------------------------------------------------------------------

/** Pages of 64 KiB, as many as the program gives it: what it could decide must be decided again. */
const MEMORY = { initial: 256, maximum: 2048 };

function evaluate(wasm, data, entrypoint, input) {
  const memory = new WebAssembly.Memory(MEMORY);
  const bytes = () => new Uint8Array(memory.buffer);
  const stringAt = (at) => textOf(bytes().slice(at, bytes().indexOf(0, at)));
  const refused = () => {
    throw new Error('策略要用主机的函数');
  };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), {
    env: {
      memory,
      opa_abort: (at) => {
        throw new Error(`策略中止：${stringAt(at)}`);
      },
      opa_println: () => undefined,
      opa_builtin0: refused,
      opa_builtin1: refused,
      opa_builtin2: refused,
      opa_builtin3: refused,
      opa_builtin4: refused,
    },
  });
  const jsonAt = (at) => JSON.parse(stringAt(exports.opa_json_dump(at)));
  const entrypoints = jsonAt(exports.entrypoints());
  if (!Object.hasOwn(entrypoints, entrypoint)) throw new Error(`规则包没有入口 ${entrypoint}`);
  const encoded = Buffer.from(JSON.stringify(data));
  const at = exports.opa_malloc(encoded.length);
  bytes().set(encoded, at);
  const parsed = exports.opa_json_parse(at, encoded.length);
  if (parsed === 0) throw new Error('策略读不出规则包的数据');
  const heap = exports.opa_heap_ptr_get();
  const lacking = heap + input.length - memory.buffer.byteLength;
  if (lacking > 0) memory.grow(Math.ceil(lacking / 65536));
  bytes().set(input, heap);
  const result = exports.opa_eval(0, entrypoints[entrypoint], parsed, heap, input.length, heap + input.length, 0);
  const results = JSON.parse(stringAt(result));
  if (!Array.isArray(results) || results.length !== 1) throw new Error('策略没有给出恰好一个答复');
  return results[0].result;
}

/** Members of a decision that the program added to what the policy said. */
const ADDED = ['counterfactual', 'versions', 'sensitivity', 'provenance'];

const without = (object, names) => Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

// ---------------------------------------------------------------------------------------------------------------------
// The package
// ---------------------------------------------------------------------------------------------------------------------

/** Files of the package by their name; only what the manifest lists is ever read. */
function readPackage(folder) {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw new Unusable(`${folder} 里没有 manifest.json：先解开证据包，再给出解开的文件夹`);
  const manifest = about('清单 manifest.json 读不出', () => JSON.parse(readFileSync(path, 'utf8')));
  if (manifest.version !== 1) throw new Unusable('这个核对程序不认识证据包的这个格式');
  const files = new Map();
  let wrong = 0;
  for (const { name, sha256: digest } of manifest.files) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)?$/.test(name))
      throw new Unusable('清单里的名称不对');
    const file = join(folder, name);
    const bytes = existsSync(file) && statSync(file).size <= MAX_BYTES ? readFileSync(file) : undefined;
    if (bytes !== undefined) files.set(name, bytes);
    if (bytes !== undefined && hex(sha256(bytes)) === digest) continue;
    wrong += 1;
    say('refuted', 'files', bytes === undefined ? `清单里的文件 ${name} 不在` : `文件 ${name} 与清单不符：被改过`);
  }
  if (wrong === 0) say('proven', 'files', `${files.size} 个文件都与清单（manifest.json）相符`);
  const listed = new Set(['manifest.json', ...files.keys()]);
  const extra = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !listed.has(nameIn(folder, join(entry.parentPath ?? entry.path, entry.name))),
  );
  if (extra.length > 0) say('note', 'files', `文件夹里另有 ${extra.length} 个不在清单里的文件，没有使用`);
  return { id: manifest.id, files };
}

/** The name of a file in the manifest, which has slashes on Windows too. */
const nameIn = (folder, path) => relative(folder, path).split(sep).join('/');

function fileOf(files, name) {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`没有 ${name}`);
  return bytes;
}

const KINDS = { decision: '决定', correction: '更正' };

function checkLeaf({ id, files }) {
  const bytes = fileOf(files, 'record/leaf.json');
  const leaf = canonicalJson(bytes);
  if (!Object.hasOwn(KINDS, leaf.kind)) throw new Error('这片叶不是决定');
  const { kind, time, entrypoint, day, actor, engine } = leaf;
  say('note', 'leaf', `${KINDS[kind]} ${leaf.id}，${time}，${entrypoint}，事实的日期 ${day ?? '没有填写'}`);
  say('note', 'leaf', `行为人 ${actor.subject}（${actor.role}，${actor.tenant}），程序 ${engine.service}`);
  claim('leaf', leaf.id === id, '叶是规范化的，编号与清单一致', '叶的编号与清单的不同：换了一片叶');
  return { bytes, leaf };
}

const PARTS = { input: '输入', output: '输出' };

/** Input and output against the salted commitments of the leaf. @returns what of them is there and holds */
function checkContents(files, leaf, erased) {
  const salts =
    attempt('salts', '盐（record/salts.json）', () => JSON.parse(textOf(fileOf(files, 'record/salts.json')))) ?? {};
  const found = {};
  for (const [part, title] of Object.entries(PARTS)) {
    const bytes = files.get(`record/${part}.json`);
    if (bytes === undefined && erased.has(part)) {
      say('open', part, `${title}已经清除，清除本身在日志里：不能核对${title}的内容`);
      continue;
    }
    if (bytes === undefined) {
      say('refuted', part, `包里没有${title}，也没有清除它的记录`);
      continue;
    }
    attempt(part, title, () => {
      const holds = hex(sha256(Buffer.from(salts[part] ?? '', 'hex'), bytes)) === leaf[part];
      claim(part, holds, `${title}就是叶所承诺的`, `${title}不是叶所承诺的：${title}、盐或者叶被换过`);
      const value = canonicalJson(bytes);
      if (holds) found[part] = value;
    });
  }
  return found;
}

function checkOutput(output, leaf) {
  const { bundle, wasm, territory = [] } = output.provenance;
  const digest = hex(sha256(canonical(without(output, ['provenance']))));
  claim('result', digest === leaf.result, '输出的摘要就是叶里的结果', '输出的摘要不是叶里的结果');
  const isSame =
    bundle.revision === leaf.bundle.revision &&
    bundle.sha256 === leaf.bundle.sha256 &&
    wasm === leaf.bundle.wasm &&
    canonical(territory) === canonical(leaf.territory ?? []);
  claim('provenance', isSame, '输出所说的规则包和区划版本与叶一致', '输出所说的规则包或者区划版本与叶不一致');
}

const CHECKPOINTS = {
  receipt: ['proof/receipt.txt', '收据的检查点'],
  latest: ['proof/checkpoint.txt', '最新的检查点'],
};

/**
 * The two checkpoints of the package, with the leaf in both trees.
 *
 * @param old the auditor's own: a later one that his key signed proves what it goes on from, whoever signed that
 * @returns those that hold
 */
function checkTrees(files, leafBytes, proofs, known, own, old) {
  if (proofs.receipt.index !== proofs.latest.index)
    say('refuted', 'place', '两个包含证明说的不是同一个位置：叶在日志里只有一个位置');
  const found = {};
  for (const [name, [file, title]] of Object.entries(CHECKPOINTS))
    found[name] = attempt(name, `${title}（${file}）`, () => checkpointOf(textOf(fileOf(files, file)), known));
  const later = old !== undefined && old.by.length > 0 ? old : undefined;
  const isLatestProven = isFollowed(found.latest, later, later?.proofs);
  const isReceiptProven =
    isFollowed(found.receipt, later, later?.proofs) ||
    (isLatestProven && isFollowed(found.receipt, found.latest, proofs.consistency));
  const proven = { receipt: isReceiptProven, latest: isLatestProven };
  const opened = {};
  for (const [name, [, title]] of Object.entries(CHECKPOINTS)) {
    const checkpoint = found[name];
    if (checkpoint === undefined) continue;
    const isIn = checkLeafIn(name, title, leafBytes, proofs[name], checkpoint);
    const isSigned = checkSigned(name, title, checkpoint, own, proven[name] ? later : undefined);
    if (isIn && isSigned) opened[name] = checkpoint;
  }
  return opened;
}

/** Whether a later checkpoint of the same log is shown to go on from this one. */
const isFollowed = (checkpoint, later, proofs) =>
  checkpoint !== undefined &&
  later !== undefined &&
  checkpoint.origin === later.origin &&
  checkpoint.size <= later.size &&
  continues(checkpoint, later, proofs) === true;

function checkLeafIn(name, title, leafBytes, path, { size, root }) {
  return attempt(`inclusion-${name}`, `叶在${title}的树里的包含证明`, () =>
    claim(
      `inclusion-${name}`,
      path.size === size && equal(pathRoot(leafBytes, path), root),
      `叶在${title}的树里：位置 ${path.index}，共 ${size} 片叶`,
      `包含证明不成立：叶不在${title}的树里，或者证明被换过`,
    ),
  );
}

/** @param later the auditor's checkpoint that goes on from this one */
function checkSigned(name, title, { by }, own, later) {
  const whose = own.length > 0 ? '审计人的公钥' : '包里的公钥';
  const isOwn = own.length === 0 || by.some(({ text }) => own.some((key) => key.text === text));
  const state = by.length > 0 || later !== undefined ? 'proven' : 'refuted';
  let text = `${title}由${whose} ${namesOf(by)} 签名`;
  if (state === 'refuted')
    text = `${title}没有${whose}的签名：公钥属于另一个日志，或者检查点是伪造的，或者签名的密钥此前已经更换`;
  else if (by.length === 0)
    text =
      `${title}没有${whose}的签名，但是它在给出的较晚的检查点（${later.size} 片叶）的历史里，` +
      `那一个由 ${namesOf(later.by)} 签名`;
  else if (!isOwn)
    text = `${title}由 ${namesOf(by)} 签名。它不是审计人给出的；日志里更换密钥的记录把它与审计人的公钥连在一起`;
  say(state, `signature-${name}`, text);
  return state === 'proven';
}

function checkReceipt({ receipt, latest }, proofs) {
  const holds = continues(receipt, latest, proofs.consistency);
  claim('consistency', holds === true, '最新的检查点是接着收据的检查点写的', '最新的检查点不是接着收据的检查点写的');
}

/** Whether the larger of two checkpoints continues the smaller; `undefined` where no proof for them is at hand. */
function continues(one, other, proofs) {
  const [older, newer] = one.size <= other.size ? [one, other] : [other, one];
  if (older.size === newer.size) return equal(older.root, newer.root);
  const found = proofs.find(({ first, second }) => first === older.size && second === newer.size);
  if (found === undefined) return undefined;
  const sizes = { first: older.size, second: newer.size };
  try {
    return isContinued({ ...sizes, firstRoot: older.root, secondRoot: newer.root, proof: found.proof });
  } catch {
    return false;
  }
}

/**
 * The auditor's own checkpoint, opened.
 *
 * @param own all that he gave, and his proofs: the last of those that have a proof is taken, else the last of all
 */
function openOld(own, proofs, known) {
  const all = [...own.proofs, ...proofs.consistency];
  const sizes = all.flatMap(({ first, second }) => [first, second]).filter((size) => size !== proofs.receipt.size);
  const note = own.checkpoints.findLast((one) => sizes.includes(checkpointOf(one, []).size)) ?? own.checkpoints.at(-1);
  return { ...checkpointOf(note, known), proofs: all };
}

/**
 * The auditor's own old checkpoint: what was there then is there still, unchanged and in its place.
 *
 * @returns the checkpoint, where it is tied to the package
 */
function checkOld(old, { receipt, latest }) {
  const [proven, refuted] = [`旧检查点由 ${namesOf(old.by)} 签名`, '旧检查点没有这些公钥的签名'];
  if (!claim('old-signature', old.by.length > 0, proven, refuted)) return;
  if (old.origin !== latest.origin) {
    say('refuted', 'old-log', '旧检查点属于另一个日志：不能说明这个日志的历史');
    return;
  }
  // The receipt's checkpoint is tied to the latest one already, so either will do.
  const verdicts = [latest, receipt].map((checkpoint) => continues(old, checkpoint, old.proofs));
  if (verdicts.includes(false)) {
    say('refuted', 'old-consistency', rewritten(old));
    return;
  }
  if (verdicts.includes(true)) {
    say(
      'proven',
      'old-consistency',
      `历史没有改写：旧检查点（${old.size} 片叶）与这里的检查点（${latest.size} 片叶）是同一历史`,
    );
    return old;
  }
  say(
    'open',
    'old-consistency',
    `没有旧检查点（${old.size} 片叶）与最新检查点（${latest.size} 片叶）之间的一致性证明：` +
      `导出证据包时给出 first=${old.size}，或者用 --proof 给出`,
  );
}

const rewritten = ({ size }) =>
  `历史被改写：这里的检查点与旧检查点（${size} 片叶）不是同一历史，或者一致性证明是伪造的`;

/**
 * Of several keys of the log that the auditor gave, each has to have signed the latest tree or one that goes on from
 * it, or have signed for its own replacement. Else nothing here shows which of them has ended: a stolen key signs what
 * it likes, also that the other one was lost.
 */
function checkOwnKeys(own, known, latest, old) {
  const ends = old !== undefined && old.size >= latest.size ? [latest, old] : [latest];
  const ended = known.filter(({ agreed }) => agreed).concat(ends.flatMap(({ by }) => by));
  for (const { name, hash, text } of own)
    if (name === latest.origin && !ended.some((key) => key.text === text))
      say(
        'open',
        'own-keys',
        `给出的公钥 ${hash} 没有签最新的检查点，也没有签它自己的更换：分不出哪一个公钥已经作废。` +
          '只给出你认可的那一个再核对；或者用 --checkpoint、--proof 给出它签名的较晚的检查点',
      );
}

const RELATED = { confirmation: '确认', correction: '更正', erasure: '清除' };
const OUTCOMES = { confirmed: '同意', declined: '不同意' };

/** Records about the decision. @returns the parts of it that were erased on record */
function checkRelated(related, latest, id) {
  const erased = new Set();
  const counts = { 同意: 0, 不同意: 0, 更正: 0, 清除: 0 };
  const seen = new Set();
  let isWhole = true;
  for (const [at, one] of related.entries()) {
    const leaf = attempt('related', `有关的记录（第 ${at + 1} 条）`, () => relatedLeaf(one, latest, id));
    if (leaf === undefined) {
      isWhole = false;
      continue;
    }
    if (seen.has(leaf.id)) {
      say('refuted', 'related', `有关的记录重复：${RELATED[leaf.kind]} ${leaf.id} 在包里不止一次，只算一次`);
      continue;
    }
    seen.add(leaf.id);
    counts[OUTCOMES[leaf.outcome] ?? RELATED[leaf.kind]] += 1;
    for (const part of leaf.erased ?? []) erased.add(part);
    if (leaf.outcome === 'declined') say('note', 'related', `复核人不同意这个决定：${leaf.id}，${leaf.time}`);
    if (leaf.supersedes === id) say('note', 'related', `这个决定已被更正取代：${leaf.id}`);
  }
  if (!isWhole) return erased;
  const told = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
  say('proven', 'related', `包里对这个决定的记录都在日志里：${told.join('，')}（是否还有别的，包里不能证明）`);
  return erased;
}

function relatedLeaf({ leaf: text, inclusion }, latest, id) {
  const leaf = canonicalJson(Buffer.from(text));
  const isKnown = leaf.kind === 'confirmation' ? Object.hasOwn(OUTCOMES, leaf.outcome) : leaf.outcome === undefined;
  if (leaf.about !== id || !Object.hasOwn(RELATED, leaf.kind) || !isKnown) throw new Error('说的不是这个决定');
  const root = about(`${RELATED[leaf.kind]} ${leaf.id}`, () => pathRoot(Buffer.from(text), inclusion));
  if (inclusion.size !== latest.size || !equal(root, latest.root))
    throw new Error(`${RELATED[leaf.kind]} ${leaf.id} 不在最新检查点的树里`);
  return leaf;
}

/** Both bundles against the leaf. @returns policy and data, where they hold */
function checkBundles(files, { bundle }) {
  const archive = fileOf(files, 'bundles/tongze.wasm.tar.gz');
  const isOwn = claim(
    'bundle',
    hex(sha256(archive)) === bundle.sha256,
    `WASM 规则包就是叶所说的：修订 ${bundle.revision.slice(0, 12)}`,
    'WASM 规则包不是叶所说的：换了规则包',
  );
  const rego = fileOf(files, 'bundles/tongze.rego.tar.gz');
  const revision = JSON.parse(textOf(fileOf(untar(rego), '.manifest'))).revision;
  if (bundle.rego === undefined) say('open', 'rego', '叶里没有 Rego 规则包的摘要：它是否就是编译所用的，没有证明');
  else
    claim(
      'rego',
      hex(sha256(rego)) === bundle.rego && revision === bundle.revision,
      'Rego 规则包（人能读的规则）就是叶所说的',
      'Rego 规则包不是叶所说的：换了规则包',
    );
  if (!isOwn) return undefined;
  const unpacked = untar(archive);
  const wasm = fileOf(unpacked, 'policy.wasm');
  const stated = JSON.parse(textOf(fileOf(unpacked, '.manifest'))).revision;
  if (hex(sha256(wasm)) !== bundle.wasm || stated !== bundle.revision) {
    say('refuted', 'wasm', '规则包里的 policy.wasm 或者修订不是叶所说的');
    return undefined;
  }
  return { wasm, data: JSON.parse(textOf(fileOf(unpacked, 'data.json'))) };
}

function checkContract(files, { contract }) {
  const all = createHash('sha256');
  const names = [...files.keys()].filter((name) => name.startsWith('schemas/')).sort();
  for (const name of names)
    all.update(
      `${name.slice('schemas/'.length)} ${hex(sha256(JSON.stringify(JSON.parse(textOf(files.get(name))))))}\n`,
    );
  claim(
    'contract',
    all.digest('hex') === contract,
    `${names.length} 个契约文件就是叶所说的那一版`,
    '契约文件不是叶所说的那一版：改过、多了或者少了',
  );
}

/** The data of the bundle with the editions of the table of places that were added when the decision was made. */
function withEditions(data, files, { territory = [] }) {
  const added = territory.map(({ edition, sha256: digest }) => {
    const bytes = fileOf(files, `territory/${edition}.json`);
    if (hex(sha256(bytes)) !== digest) throw new Error(`区划版本 ${edition} 不是叶所说的`);
    const { source, published, license, levels, divisions } = JSON.parse(textOf(bytes));
    return [edition, { source, published, license, levels, divisions }];
  });
  if (added.length > 0) say('proven', 'territory', `${added.length} 个添加的区划版本就是叶所说的`);
  const { editions } = data.territory;
  return { ...data, territory: { ...data.territory, editions: { ...editions, ...Object.fromEntries(added) } } };
}

/** The same rules on the same input: what the policy said is evaluated again and compared byte for byte. */
function checkAgain({ input, output }, policy, files, leaf) {
  const { question, facts, options = {} } = input;
  const groups = policy.data.catalogue.groups[question];
  const entrypoint = `questions/${question}/decision`;
  if (groups === undefined || entrypoint !== leaf.entrypoint) throw new Error('输入问的不是叶所说的问题');
  const asked = Buffer.from(
    canonical({
      facts: Object.fromEntries(
        groups.filter((group) => Object.hasOwn(facts, group)).map((group) => [group, facts[group]]),
      ),
      options: without(options, ['sensitivity']),
    }),
  );
  claim(
    'asked',
    hex(sha256(asked)) === output.provenance.input,
    '所问的就是输入里的事实和读法',
    '输出所说的输入的摘要不是这个输入的',
  );
  const recorded = canonical(without(output, ADDED));
  const again = canonical(evaluate(policy.wasm, withEditions(policy.data, files, leaf), entrypoint, asked));
  claim(
    'same-answer',
    again === recorded && hex(sha256(again)) === output.provenance.output,
    `同样的规则、同样的输入给出同样的答复：${Buffer.byteLength(again)} 字节，逐字节相同`,
    '同样的规则、同样的输入给出不同的答复：输出不是这个规则包对这个输入的答复',
  );
  say(
    'note',
    'same-answer',
    '敏感性（sensitivity）、各版本（versions）和出处（provenance）是程序加上的：受叶的约束，这里没有重新评估',
  );
}

/** What of the policy cannot be evaluated again, and why. */
function sayOpen({ input, output }, policy) {
  const why = policy === undefined ? '规则包' : input === undefined ? '输入' : output === undefined ? '输出' : '';
  say('open', 'same-answer', `没有证明同样的规则给出同样的答复：没有可用的${why}`);
}

// ---------------------------------------------------------------------------------------------------------------------
// The command
// ---------------------------------------------------------------------------------------------------------------------

/** The text of a file that the auditor has beside the package; Windows puts a mark before what is in UTF-8. */
function textGiven(path) {
  if (!existsSync(path)) throw new Unusable(`没有文件 ${path}`);
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Unusable(`读不出 ${path}：${error.message}`);
  }
  if (bytes.includes(0)) throw new Unusable(`${path} 不是 UTF-8 的文本（可能是 UTF-16 的）：另存为 UTF-8 再核对`);
  return bytes.toString('utf8').replace(/^\ufeff/u, '');
}

function keysGiven(given) {
  const keys = keysIn(existsSync(given) ? textGiven(given) : given);
  if (keys.length === 0) throw new Unusable(`--key 给出的不是公钥（name+hash+base64），也不是存有公钥的文件：${given}`);
  return keys;
}

function checkpointsGiven(path) {
  const found = checkpointsIn(textGiven(path));
  if (found.length === 0)
    throw new Unusable(
      `${path} 里没有完整的检查点：是空的、不完整或者不是检查点；` +
        '应当是日志的名称、叶数、根各一行，空一行，再是签名的行，与 GET /api/v1/log/checkpoint 答的一样',
    );
  return found;
}

function proofGiven(path) {
  const text = textGiven(path);
  try {
    const { first, second, proof } = JSON.parse(text);
    for (const node of proof) base64(node, 32);
    if (isSize(first) && isSize(second) && Array.isArray(proof)) return { first, second, proof };
  } catch {
    // Said below.
  }
  throw new Unusable(
    `${path} 不是一致性证明：应当是 GET /api/v1/log/proof/consistency 的答复，有 first、second、proof 的 JSON`,
  );
}

function verifyPackage(folder, { key, checkpoint, proof }) {
  const own = key.flatMap(keysGiven);
  if (proof !== undefined && checkpoint === undefined) throw new Unusable('--proof 要和 --checkpoint 一起给出');
  const given = checkpoint === undefined ? undefined : { checkpoints: checkpointsGiven(checkpoint), proofs: [] };
  if (proof !== undefined) given.proofs.push(proofGiven(proof));

  const package_ = readPackage(folder);
  const { files } = package_;
  const found = attempt('leaf', '叶（record/leaf.json）', () => checkLeaf(package_));
  const proofs = attempt('proofs', '证明（proof/proofs.json）', () =>
    JSON.parse(textOf(fileOf(files, 'proof/proofs.json'))),
  );
  if (found === undefined || proofs === undefined) return;
  const { leaf, bytes } = found;

  const trusted = own.length > 0 ? own : keysIn(textOf(files.get('proof/keys.txt') ?? Buffer.alloc(0)));
  if (own.length > 0) say('note', 'key', `信任的公钥（--key）：${namesOf(own)}`);
  else
    say(
      'open',
      'key',
      `没有给出公钥（--key）：用的是包里的，只能说明包自身一致，不能说明是谁的日志（${namesOf(trusted)}）`,
    );
  const known =
    attempt('rotations', '更换密钥的记录', () =>
      withRotations(trusted, proofs, textOf(fileOf(files, 'proof/checkpoint.txt'))),
    ) ?? trusted;

  const mine = given && attempt('old-signature', '旧检查点（--checkpoint）', () => openOld(given, proofs, known));
  const trees =
    attempt('trees', '证明（proof/proofs.json）', () => checkTrees(files, bytes, proofs, known, own, mine)) ?? {};
  const isTied = trees.receipt !== undefined && trees.latest !== undefined;
  if (isTied) attempt('consistency', '从收据的检查点到最新的检查点的一致性证明', () => checkReceipt(trees, proofs));
  if (given === undefined)
    say('note', 'old-consistency', '没有给出旧检查点（--checkpoint）：历史是否改写过，这次没有核对');
  const old = isTied && mine && attempt('old-consistency', '到旧检查点的一致性证明', () => checkOld(mine, trees));
  if (isTied) checkOwnKeys(own, known, trees.latest, old || undefined);
  const erased =
    (isTied &&
      attempt('related', '有关的记录（proof/proofs.json）', () =>
        checkRelated(proofs.related, trees.latest, leaf.id),
      )) ||
    new Set();

  const contents = checkContents(files, leaf, erased);
  if (contents.output !== undefined) attempt('result', '输出', () => checkOutput(contents.output, leaf));
  const policy = attempt('bundle', '规则包', () => checkBundles(files, leaf));
  attempt('contract', '契约文件', () => checkContract(files, leaf));
  if (contents.input === undefined || contents.output === undefined || policy === undefined) sayOpen(contents, policy);
  else attempt('same-answer', '重新评估', () => checkAgain(contents, policy, files, leaf));
}

const USAGE = `用法：node verify.mjs [文件夹] [--key <公钥>]… [--checkpoint <文件> [--proof <文件>]] [--json]

离线核对一个解开的证据包，不用网络 (verifies an unpacked evidence package, offline)。

  文件夹               解开的证据包；不给就是 verify.mjs 所在的文件夹
  --key <公钥>         自己保存的公钥（name+hash+base64），或者存有公钥的文件；可以给几次
  --checkpoint <文件>  自己保存的检查点，或者一个文件里的许多个
  --proof <文件>       一致性证明（GET /api/v1/log/proof/consistency）；包里没有时才需要
  --json               只输出 JSON

退出码：0 全部成立；1 有不成立的；2 用法不对或者不是证据包；3 包里有的都成立，但有没有证明的`;

function main() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new Unusable(`需要 Node.js 20 以上，这是 ${process.version}`);
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true, default: [] },
        checkpoint: { type: 'string' },
        proof: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Unusable(`参数不对 (${error.message})\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(USAGE);
    return EXIT.proven;
  }
  if (positionals.length > 1) throw new Unusable('只给出一个文件夹');
  verifyPackage(resolve(positionals[0] ?? dirname(fileURLToPath(import.meta.url))), values);
  const has = (state) => report.some((one) => one.state === state);
  const verdict = has('refuted') ? 'refuted' : has('open') ? 'open' : 'proven';
  const VERDICTS = {
    refuted: '不成立：上面有 ✗ 的，不能作为证据 (does not hold)',
    open: '包里有的都成立；○ 的没有证明 (what is there holds; not everything could be proven)',
    proven: '全部成立 (everything holds)',
  };
  if (values.json) console.log(JSON.stringify({ verdict, report }, null, 2));
  else {
    for (const { state, text } of report) console.log(`${MARKS[state]} ${text}`);
    console.log(VERDICTS[verdict]);
  }
  return EXIT[verdict];
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`错误：${error.message}`);
  process.exitCode = error instanceof Unusable ? EXIT.usage : EXIT.refuted;
}
