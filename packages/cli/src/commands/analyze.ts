import type { Call } from '../command.types.ts';
import { usageError } from '../exit.ts';
import { readCount } from '../read-count.ts';

export async function run(call: Call): Promise<undefined> {
  const { world, terminal, flag, text } = call;
  const userId = call.argument('user-id');
  const seconds = readCount(text('timeout'), '--timeout') ?? 600;
  if (text('timeout') !== undefined && !flag('wait')) throw usageError('--timeout goes with --wait.');
  const kontor = await call.connect();
  const { correlationId } = await kontor.triggerAnalysis({ userId });
  if (!flag('wait')) {
    terminal.result({ correlationId }, () => correlationId);
    return;
  }
  const bar = terminal.progress('Analysing');
  bar.show(0);
  try {
    const options = { signal: world.signal, timeoutMs: seconds * 1000, onProgress: bar.show };
    const analysis = await kontor.waitForAnalysis({ userId, correlationId }, options);
    bar.show(1);
    bar.end();
    terminal.result(analysis, () => {
      const { accounts = 0, transactions = 0, categories = 0, contracts = 0 } = analysis.counts ?? {};
      return `Done: ${transactions} transactions in ${accounts} accounts, ${categories} categories, ${contracts} contracts`;
    });
  } catch (error) {
    bar.end();
    throw error;
  }
}
