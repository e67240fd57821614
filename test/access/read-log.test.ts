import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { createReadLog } from '../../src/access/read-log.ts';
import type { ReadAudit } from '../../src/contract/generated/types.ts';
import { validate } from '../../src/contract/validate.ts';

function folder(t: Test): string {
  const path = mkdtempSync(join(tmpdir(), 'tongze-reads-'));
  t.teardown(() => rmSync(path, { recursive: true }));
  return path;
}

const line = (at: string, request = 'r'): ReadAudit => ({
  at,
  subject: 'desk-1',
  tenant: 'wuhan',
  via: 'key',
  roles: ['auditor'],
  method: 'GET',
  route: '/api/v1/decisions/:id',
  status: 200,
  request,
});

t.test('every line is on disk when it is acknowledged, in order, whole, in a file of its month', async (t) => {
  const data = folder(t);
  const log = createReadLog(data);

  const october = Array.from({ length: 200 }, (_, i) => log.append(line('2026-10-31T23:59:59.999Z', `r${i}`)));
  await Promise.all([...october, log.append(line('2026-11-01T00:00:00.000Z'))]);

  const read = (month: string) =>
    readFileSync(join(data, `access/reads-${month}.ndjson`), 'utf8')
      .trim()
      .split('\n');
  const lines = read('2026-10').map((text) => JSON.parse(text) as ReadAudit);
  t.strictSame(
    lines.map(({ request }) => request),
    Array.from({ length: 200 }, (_, i) => `r${i}`),
  );
  for (const one of lines) t.strictSame(validate('read-audit.schema.json', one), []);
  t.equal(read('2026-11').length, 1);
  t.equal(statSync(join(data, 'access/reads-2026-10.ndjson')).mode & 0o777, 0o600);
  await log.close();
});

t.test('what was written before stays when the service starts again', async (t) => {
  const data = folder(t);
  for (const request of ['first', 'second']) {
    const log = createReadLog(data);
    await log.append(line('2026-10-01T00:00:00.000Z', request));
    await log.close();
  }

  t.match(readFileSync(join(data, 'access/reads-2026-10.ndjson'), 'utf8'), /first[\s\S]*second/);
});

t.test('a line that cannot be written is not acknowledged', async (t) => {
  const data = folder(t);
  writeFileSync(join(data, 'access'), 'a file where the folder should be');

  await t.rejects(createReadLog(data).append(line('2026-10-01T00:00:00.000Z')));
});
