import { test } from 'tap';
import { readConfiguration, VARIABLES } from '../../src/contract/configuration.ts';

test('what is not set or is empty has the default of the schema', async (t) => {
  const defaults = Object.entries(VARIABLES)
    .filter(([, { default: value }]) => value !== undefined)
    .map(([name, { default: value }]) => [name, value]);

  t.strictSame({ ...readConfiguration({}) }, Object.fromEntries(defaults));
  t.match(readConfiguration({ PORT: '0', HOST: '', PATH: '/bin' }), { PORT: 0, HOST: '127.0.0.1' });
  t.notOk('PATH' in readConfiguration({ PATH: '/bin' }));
});

test('a refusal names the variable and what it may be, never its value', async (t) => {
  t.throws(() => readConfiguration({ PORT: 'eighty' }), { message: /PORT（端口）无效：.*0 至 65535 的整数/ });
  t.throws(() => readConfiguration({ LOG_LEVEL: 'loud' }), { message: /fatal、error/ });
  t.throws(() => readConfiguration({ PORT: '70000' }), { message: /^(?!.*70000)/s });
});

test('all that is wrong is told at once', async (t) => {
  t.throws(() => readConfiguration({ PORT: 'x', HOST: 'a b', TONGZE_NOTHING: '1' }), {
    message: /HOST（[\s\S]*PORT（[\s\S]*TONGZE_NOTHING/,
  });
});

test('a misspelt variable of the service is refused and the right one is named', async (t) => {
  const [name] = Object.keys(VARIABLES).filter((known) => known.startsWith('TONGZE_')) as [string];

  for (const misspelt of [name.replace('TONGZE', 'TONGZ'), name.toLowerCase(), `${name}X`, name.replace('_', '-')])
    t.throws(() => readConfiguration({ [misspelt]: '1' }), { message: `是不是 ${name}（` }, misspelt);
  t.throws(() => readConfiguration({ TONGZE_ZZZZZZ: '1' }), { message: /删去它/ });
});

test('variables of others are no concern of the service', async (t) => {
  const others = ['TONGZE_CACHE', 'TONGZE_REQUIRE_TOOLS', 'TONGZE_TEST_POSTGRES', 'TONG_A', 'TONGUE_BACK', 'HOSTNAME'];
  const kubernetes = ['TONGZE_PORT', 'TONGZE_PORT_8181_TCP_ADDR', 'TONGZE_SERVICE_HOST', 'TONGZE_SERVICE_PORT_HTTP'];

  for (const name of [...others, ...kubernetes])
    t.doesNotThrow(() => readConfiguration({ [name]: 'tcp://10.0.0.1:8181' }), name);
});
