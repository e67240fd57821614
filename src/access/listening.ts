/** Where the service may listen: on this machine freely, elsewhere only so that keys and facts cross no network bare. */
import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import type { Configuration } from '../contract/generated/types.ts';

export interface Listening {
  /** PEM; absent where the service speaks plain HTTP. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  /** Addresses and subnets of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Says of the address of a plain connection whether it may be used; absent where every one may. */
  readonly isTrustedPeer?: (address: string) => boolean;
}

/** Says whether a host name or an address is this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * How the service listens by its configuration.
 *
 * @throws when it would speak plain HTTP to other machines without a proxy that was declared on purpose, or when a
 *   file or an address is of no use; the message says why and what to do
 */
export function listeningOf({
  HOST,
  TONGZE_TLS_CERT,
  TONGZE_TLS_KEY,
  TONGZE_TRUSTED_PROXIES = '',
}: Readonly<Configuration>): Listening {
  const trustedProxies = TONGZE_TRUSTED_PROXIES.split(',').flatMap((text) => text.trim() || []);
  const proxies = blockListOf(trustedProxies);
  if (TONGZE_TLS_CERT !== undefined && TONGZE_TLS_KEY !== undefined)
    return {
      trustedProxies,
      tls: { cert: pem('TONGZE_TLS_CERT', TONGZE_TLS_CERT), key: pem('TONGZE_TLS_KEY', TONGZE_TLS_KEY) },
    };
  if (isLoopback(HOST)) return { trustedProxies };
  if (trustedProxies.length > 0)
    return { trustedProxies, isTrustedPeer: (address) => isLoopbackAddress(address) || contains(proxies, address) };
  throw new Error(
    [
      'HOST 不是本机，而连接没有加密：密钥和事实会在网络上明文传送，所以不启动。',
      '(HOST is not this machine and connections would not be encrypted: refusing to start)',
      '三种办法，选一种：',
      '  1. 只在本机使用：HOST=127.0.0.1（默认）',
      '  2. 由本服务加密：TONGZE_TLS_CERT=证书链.pem TONGZE_TLS_KEY=私钥.pem',
      '  3. 由前面的代理加密：TONGZE_TRUSTED_PROXIES=代理的地址（只接受它和本机的连接）',
    ].join('\n'),
  );
}

function pem(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Error(`${name} 所指的文件不存在，或者不能读取 (the file cannot be read)`);
  }
}

function blockListOf(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of addresses) {
    const [address = '', prefix, ...rest] = text.split('/');
    const version = isIP(address);
    const bits = prefix === undefined ? (version === 4 ? 32 : 128) : Number(prefix);
    if (version === 0 || rest.length > 0 || !Number.isInteger(bits) || bits < 1 || bits > (version === 4 ? 32 : 128))
      throw new Error(
        'TONGZE_TRUSTED_PROXIES 应为地址或者网段，以逗号分隔，如 10.0.0.5,10.1.0.0/16；不能是所有地址 (addresses or subnets)',
      );
    list.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

function contains(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** As sockets give it: an IPv4 address may be mapped into IPv6. */
function isLoopbackAddress(address: string): boolean {
  return isLoopback(address.replace(/^::ffff:/, ''));
}
