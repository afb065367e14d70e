import type { Call } from '../command.types.ts';

export async function run(call: Call): Promise<undefined> {
  const kontor = await call.connect();
  const { suites } = await kontor.listTestSuites();
  const columns = {
    id: (suite: { id: string }) => suite.id,
    cases: (suite: { caseCount: number }) => suite.caseCount,
    name: (suite: { name: string }) => suite.name,
  };
  call.terminal.table(suites, columns, 'There is no test suite yet: kontor call createTestSuite makes one.');
}
