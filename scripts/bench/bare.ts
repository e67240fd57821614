/** A bare Fastify route of equal body and answer size: what HTTP and JSON cost without any decision. */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

const answer = JSON.parse(readFileSync(process.env['ANSWER'] as string, 'utf8')) as unknown;
const app = Fastify();
app.get('/health', async () => ({}));
app.post('/v1/data/*', async () => answer);
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
