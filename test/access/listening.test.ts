import t from 'tap';
import { createAuthentication } from '../../src/access/authentication.ts';
import { isLoopback, listeningOf } from '../../src/access/listening.ts';
import { readConfiguration } from '../../src/contract/configuration.ts';

const listening = (environment: Readonly<Record<string, string>>) => listeningOf(readConfiguration(environment));

t.test('on this machine the service listens without more, by every name of it', async (t) => {
  for (const HOST of ['127.0.0.1', '127.8.8.8', '::1', 'localhost'])
    t.same(listening({ HOST }), { trustedProxies: [] });
  for (const host of ['0.0.0.0', '::', '10.0.0.1', 'localhost.example', '127.0.0.1.example']) t.notOk(isLoopback(host));
});

t.test('elsewhere it does not start without a certificate or a proxy, and says why and what to do', async (t) => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'tongze.example'])
    t.throws(() => listening({ HOST }), {
      message: /明文传送[\s\S]*HOST=127\.0\.0\.1[\s\S]*TONGZE_TLS_CERT[\s\S]*TONGZE_TRUSTED_PROXIES/,
    });
  t.throws(() => listening({ HOST: '0.0.0.0', TONGZE_TLS_CERT: 'package.json' }), /要与 TONGZE_TLS_KEY/);
  t.throws(() => listening({ HOST: '0.0.0.0', TONGZE_TLS_CERT: '/nowhere', TONGZE_TLS_KEY: '/nowhere' }), /不能读取/);
});

t.test('of plain connections only those of the proxies and of this machine are used', async (t) => {
  const { isTrustedPeer } = listening({ HOST: '0.0.0.0', TONGZE_TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16,fd00::/8' });
  const trusted = isTrustedPeer as NonNullable<typeof isTrustedPeer>;

  for (const address of ['10.0.0.5', '::ffff:10.0.0.5', '10.1.2.3', 'fd00::1', '127.0.0.1', '::1', '::ffff:127.0.0.1'])
    t.ok(trusted(address), address);
  for (const address of ['10.0.0.6', '::ffff:10.2.0.1', '8.8.8.8', 'fe80::1', '']) t.notOk(trusted(address), address);
});

t.test('proxies are addresses, and never everybody', async (t) => {
  for (const TONGZE_TRUSTED_PROXIES of ['10.0.0', '0.0.0.0/0', '::/0', '10.0.0.1/33', '10.0.0.1/8/8', 'fd00::/x'])
    t.throws(() => listening({ HOST: '0.0.0.0', TONGZE_TRUSTED_PROXIES }), /TONGZE_TRUSTED_PROXIES/);
});

t.test('who does not say who they are is served on this machine alone, unless it is configured', async (t) => {
  const anonymous = async (environment: Readonly<Record<string, string>>) =>
    (await createAuthentication(readConfiguration({ TONGZE_DATA: '/nowhere', ...environment }), () => undefined))
      .anonymous;

  t.equal(await anonymous({}), true);
  t.equal(await anonymous({ HOST: '0.0.0.0' }), false);
  t.equal(await anonymous({ TONGZE_TRUSTED_PROXIES: '127.0.0.1' }), false, 'a proxy here forwards from anywhere');
  t.equal(await anonymous({ TONGZE_ANONYMOUS: 'none' }), false);
  t.equal(await anonymous({ HOST: '0.0.0.0', TONGZE_ANONYMOUS: 'stateless' }), true);
});
