/** The same Fastify route before any of the engines. */
import Fastify from 'fastify';
import { type EngineName, engines } from './engines.ts';
import type { Facts } from './rules.ts';

const engine = engines[process.env['ENGINE'] as EngineName]();
const app = Fastify();
app.get('/processor', async () => process.cpuUsage());
app.post('/decide', async (request, reply) => {
  const answer = await engine.answer(request.body as Facts);
  return reply.type('application/json; charset=utf-8').send(answer);
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
