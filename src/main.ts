/** The process: configuration, the service, HTTP, and a stop that lets running requests end. */
import closeWithGrace from 'close-with-grace';
import { readConfiguration } from './contract/configuration.ts';
import { buildApp } from './http/app.ts';
import { createService } from './service.ts';

const configuration = readConfiguration(process.env);
const service = await createService();
const app = await buildApp(service, configuration);

const stop = closeWithGrace({ delay: 10_000 }, async ({ err }) => {
  if (err) app.log.error(err);
  await app.close();
  await service.close();
});

try {
  const address = await app.listen({ host: configuration.HOST, port: configuration.PORT });
  console.log(`同责 Tongze：${address}  规则修订 ${service.revision.slice(0, 12)}`);
} catch (thrown) {
  const { code } = thrown as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE'
      ? `端口 ${configuration.PORT} 已被占用：请用 PORT=其他端口 重新启动 (the port is in use: set PORT)`
      : `不能在 ${configuration.HOST}:${configuration.PORT} 上监听：${(thrown as Error).message}`,
  );
  process.exitCode = 1;
  await stop.close();
}
