#!/usr/bin/env node
// kontor-contract check …
import { runChecker } from './run-checker.ts';

const { argv, env: variables, stdout, stderr } = process;
process.exitCode = await runChecker(argv.slice(2), { variables, cwd: process.cwd(), stdout, stderr });
