import t from 'tap';
import { tapFailures } from '../../scripts/bootstrap/stages.mjs';

const RUN = `TAP version 14
# Subtest: test/a.test.ts
    # Subtest: one thing
        ok 1 - first
        not ok 2 - second
          ---
          diff: |
            -1
            +2
          ...
    
        1..2
    not ok 1 - one thing
      ---
      at:
        fileName: test/a.test.ts
      ...
    
    1..1
not ok 1 - test/a.test.ts
  ---
  exitCode: 1
  ...
# Subtest: test/b.test.ts
    1..0
not ok 2 - test/b.test.ts # timeout
  ---
  signal: SIGTERM
  ...
ok 3 - test/c.test.ts
`;

t.test('of a run that failed, each failure is shown once, with its file and what differs', async (t) => {
  const failures = tapFailures(RUN);

  t.equal(failures.length, 2);
  t.match(failures[0], /^test\/a\.test\.ts\n +not ok 2 - second\n[\s\S]*\+2$/);
  t.match(failures[1], /^test\/b\.test\.ts\nnot ok 2 - test\/b\.test\.ts # timeout\n[\s\S]*SIGTERM$/);
  t.same(tapFailures('TAP version 14\nok 1 - test/c.test.ts\n'), []);
});
