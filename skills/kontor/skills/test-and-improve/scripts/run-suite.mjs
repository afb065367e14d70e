// node run-suite.mjs SUITE [--draft ARTICLE]: runs a golden set, waits, and prints what is not as expected or has changed.
import { parseArgs } from 'node:util';
import { connect } from '../../../lib/access.mjs';
import { EXIT, runScript, Stop } from '../../../lib/exit.mjs';
import { waitFor } from '../../../lib/wait.mjs';

await runScript(async (args) => {
  const { values, positionals } = parseArgs({ args, options: { draft: { type: 'string' } }, allowPositionals: true });
  const [suiteId] = positionals;
  if (!suiteId) throw new Stop(EXIT.usage, 'Say which suite: node run-suite.mjs SUITE');
  const kontor = await connect();
  const body = values.draft ? { draftId: values.draft } : {};
  const { id } = await kontor.runTestSuite({ suiteId, body });
  const [{ says, isGood, result }] = await waitFor(kontor, 'suite-run', [`${suiteId}/${id}`]);
  for (const one of result.results.filter(({ passed, change }) => !passed || !['same', 'new'].includes(change))) {
    console.log(JSON.stringify(one));
  }
  console.log(`${values.draft ? 'With the draft' : 'As it is live'}: ${says}`);
  return isGood ? EXIT.ok : EXIT.failed;
});
