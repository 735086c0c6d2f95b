import { startEmbedded } from '../../src/postgres/embedded.ts';
import { openPool } from '../../src/postgres/pool.ts';

/** A process that uses the embedded server in argv[2]: says when it is there, answers `ask`, leaves on `stop`. */
const began = Date.now();
const server = await startEmbedded(process.argv[2]!);
const pool = openPool(server.app, { size: 2 });
process.stdout.write(`ready ${Date.now() - began} ${server.created}\n`);
process.stdin.on('data', async data => {
  const line = data.toString().trim();
  if (line === 'stop') {
    await pool.end();
    await server.stop();
    process.exit(0);
  }
  const answer = await pool.query('select current_user as me').then(
    result => result.rows[0].me,
    () => 'away',
  );
  process.stdout.write(`${answer}\n`);
});
