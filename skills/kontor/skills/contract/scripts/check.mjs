// node check.mjs check ADDRESS …: the contract checker, as `npx kontor-contract` runs it, without an installation.
import { runChecker } from '../../../lib/kontor-contract.gen.mjs';

const { argv, env: variables, stdout, stderr } = process;
process.exitCode = await runChecker(argv.slice(2), { variables, cwd: process.cwd(), stdout, stderr });
