import pg from 'pg';

/** What an operator does with `npm run admin -- set-allow-list`: the receivers of the benchmark are on this machine. */
export async function allowLoopback(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`update workspaces set outbound_allow_list = '{127.0.0.1}'`);
  await client.end();
}
