/** `health`: asks the service that is configured here whether it is ready; for the checks of containers and units. */
import { request as plain } from 'node:http';
import { request as encrypted } from 'node:https';
import { Command } from 'commander';
import { readConfiguration } from '../contract/configuration.ts';
import { CommandFailed } from './program.ts';

const PATIENCE_MS = 4_000;

export function healthCommand(): Command {
  return new Command('health').description('问正在运行的服务是否就绪；就绪为 0，否则为 1').action(async () => {
    const { HOST, PORT, TONGZE_TLS_CERT } = readConfiguration(process.env);
    const host = ['0.0.0.0', '::'].includes(HOST) ? '127.0.0.1' : HOST;
    const { status, body } = await asked(host, PORT, TONGZE_TLS_CERT !== undefined);
    if (status !== 200) throw new CommandFailed(`没有就绪（${status}）：${body.slice(0, 200)}`);
    console.log('就绪');
  });
}

function asked(host: string, port: number, tls: boolean): Promise<{ readonly status: number; readonly body: string }> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const options = { host, port, path: '/health/ready', signal };
  return new Promise((resolve, reject) => {
    // The certificate is that of the public name, not of the loopback address.
    const request = tls ? encrypted({ ...options, rejectUnauthorized: false }) : plain(options);
    request.once('error', (error: NodeJS.ErrnoException) =>
      reject(new CommandFailed(`连不上 ${host}:${port}（${error.code ?? error.name}）：服务没有启动，或者端口不同`)),
    );
    request.once('response', (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.end();
  });
}
