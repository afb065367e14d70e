import { OPERATIONS } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { COMMANDS } from '../commands.ts';

/** Every operation with the commands that call it; `call` reaches all of them. */
export async function run(call: Call): Promise<undefined> {
  const search = call.find('search')?.toLowerCase() ?? '';
  const rows = Object.entries(OPERATIONS)
    .map(([operation, entry]) => {
      const [method = '', path = ''] = entry.split(' ');
      const commands = COMMANDS.filter(({ operations }) => operations?.some((each) => each === operation));
      return { operation, method, path, commands: commands.map(({ words }) => words) };
    })
    .filter(({ operation, path }) => `${operation} ${path}`.toLowerCase().includes(search));
  call.terminal.table(
    rows,
    {
      operation: (row) => row.operation,
      method: (row) => row.method,
      path: (row) => row.path,
      command: (row) => row.commands.join(', ') || `call ${row.operation}`,
    },
    'No operation has this in its name or path.',
  );
}
