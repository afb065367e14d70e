import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Call } from '../command.types.ts';

export async function run(call: Call): Promise<undefined> {
  const { world, terminal, text } = call;
  const kontor = await call.connect();
  const exported = await kontor.exportUser({ userId: call.argument('user-id') });
  const document = `${JSON.stringify(exported, null, 2)}\n`;
  const output = text('output');
  if (output === undefined) {
    world.stdout.write(document);
    return;
  }
  await writeFile(path.resolve(world.cwd, output), document, { mode: 0o600 });
  const rows = Object.values(exported.data).reduce((sum, { length }) => sum + length, 0);
  terminal.note(`${rows} rows of ${Object.keys(exported.data).length} tables are in ${output}.`);
  if (terminal.isJson) terminal.result({ file: output, rows });
}
