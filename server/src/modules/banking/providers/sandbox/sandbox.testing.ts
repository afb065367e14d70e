/** For tests: a sandbox of their own with the time in their hand, and an end user who connects it. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from '#platform/http/node-http.ts';
import { createOutboundClient } from '#platform/outbound/index.ts';
import type { StatementPart } from '../../statements/statement.types.ts';
import type { BankProvider, ConnectAnswer, ConnectStep, ProviderCall, ProviderState } from '../provider.types.ts';
import { SANDBOX_CODE, SANDBOX_PIN } from './customers.ts';
import { createSandboxProvider } from './provider.ts';
import { type BankOptions, serveBank } from './serve-bank.ts';
import type { RunningSandbox } from './start-sandbox.ts';

/** In this process, for its time is a function of the test. */
export async function serveSandbox(options: Omit<BankOptions, 'url'>): Promise<RunningSandbox> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', await serveBank({ ...options, url }));
  return {
    url,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export async function openSandbox(start: string, memoryPath: string | null = null) {
  const clock = { now: new Date(start) };
  const outbound = createOutboundClient({ version: '0' });
  const slowMs = 40;
  const sandbox = await serveSandbox({ now: () => clock.now, memoryPath, slowMs });
  const provider = createSandboxProvider(sandbox.url);
  const callAs = (psu: ProviderCall['psu']): ProviderCall => ({
    ...{ outbound, psu, now: () => clock.now, signal: AbortSignal.timeout(20_000) },
  });
  const present = callAs({ ipAddress: '203.0.113.7', userAgent: 'Browser' });
  return {
    clock,
    slowMs,
    url: sandbox.url,
    provider,
    /** The end user is there. */
    present,
    /** Kontor reads by itself. */
    alone: callAs(null),
    begin: (bankId: string, recurring = true) =>
      provider.start(present, {
        ...{ bankId, accountType: null, language: 'de' as const, recurring },
        redirectUri: 'https://kontor.test/connect/back?state=s1',
      }),
    async close() {
      await outbound.close();
      await sandbox.close();
    },
  };
}

export type OpenSandbox = Awaited<ReturnType<typeof openSandbox>>;

/** Answers each step as somebody who knows PIN and code, until a step that they can't answer. */
export async function connectAs(sandbox: OpenSandbox, userName: string, bankId = 'sandbox-code') {
  let reached: { state: ProviderState; step: ConnectStep } = await sandbox.begin(bankId);
  const path: ConnectStep['kind'][] = [];
  for (let answer = answerTo(reached.step, userName); answer; answer = answerTo(reached.step, userName)) {
    path.push(reached.step.kind);
    reached = await sandbox.provider.proceed(sandbox.present, reached.state, answer);
    const { step } = reached;
    if ('problem' in step && step.problem) break;
  }
  return { ...reached, path };
}

function answerTo(step: ConnectStep, userName: string): ConnectAnswer | null {
  switch (step.kind) {
    case 'credentials':
      return { kind: 'credentials', values: { userId: userName, password: SANDBOX_PIN } };
    case 'choose-method':
      return { kind: 'method', methodId: 'sms' };
    case 'enter-code':
      return { kind: 'code', code: SANDBOX_CODE };
    case 'approve-in-app':
      return { kind: 'poll' };
    default:
      return null;
  }
}

/** Everything that is read of one account. */
export async function readAll(
  provider: BankProvider,
  call: ProviderCall,
  state: ProviderState,
  at = 0,
  from: string | null = null,
): Promise<StatementPart[]> {
  const { account } = (await provider.listAccounts(call, state))[at]!;
  const parts: StatementPart[] = [];
  for await (const part of provider.readAccount(call, state, account, { from })) parts.push(part);
  return parts;
}
