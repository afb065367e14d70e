/**
 * The floor of `read`: a bare Fastify, one pool of the size that Kontor has, and one prepared SELECT of the row by its key.
 * Arguments: port, connection string, pool size, run id and name of the result.
 */
import Fastify from 'fastify';
import pg from 'pg';

const [port, connectionString, poolSize, runId, name] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: Number(poolSize) });
const app = Fastify();
app.get('/result', async (_request, reply) => {
  const { rows } = await pool.query({
    name: 'result',
    text: 'select body from analysis_results where run_id = $1 and name = $2',
    values: [runId, name],
  });
  return reply.type('application/json; charset=utf-8').send(rows[0].body);
});
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.stdout.write('ready\n');
