/** For tests: the bank of the sandbox behind real TLS that wants a client certificate, with manners to be chosen. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createTestAuthority } from '#platform/outbound/certificates.testing.ts';
import { createOutboundClient } from '#platform/outbound/index.ts';
import type { ProviderCall } from '../provider.types.ts';
import { answerCall } from '../sandbox/bank.ts';
import type { BankCall, BankReply } from '../sandbox/bank.types.ts';
import { sandboxBanks } from '../sandbox/sandbox-banks.ts';
import { serveBank } from '../sandbox/serve-bank.ts';
import { createXs2aProvider } from './provider.ts';
import type { Xs2aBank, Xs2aTransport } from './xs2a.types.ts';

export const authority = createTestAuthority('Test QTSP');
/** Our certificates: QWAC for the connection, QSEAL for the signature. */
export const qwac = authority.issue(['tpp.test']);
export const qseal = authority.issue(['seal.tpp.test'], { keyType: 'rsa' });

/** Changes what the bank answers; what it returns is sent. */
export type Manners = (reply: BankReply, call: BankCall) => BankReply | Promise<BankReply>;

export async function startFakeBank() {
  const clock = { now: new Date('2026-11-20T10:00:00Z') };
  const seen: BankCall[] = [];
  const behaviour: { manners: Manners } = { manners: (reply) => reply };
  const server = createServer({ ...authority.issue(['bank.test']), ca: authority.cert, requestCert: true });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://bank.test:${(server.address() as AddressInfo).port}`;
  const options = { url, now: () => clock.now, memoryPath: null };
  server.on(
    'request',
    await serveBank(options, async (bank, call) => {
      seen.push(call);
      return behaviour.manners(await answerCall(bank, call), call);
    }),
  );
  const outbound = createOutboundClient({ version: '0', resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
  const transport: Xs2aTransport = {
    tls: { ca: authority.cert, ...qwac },
    seal: qseal,
    allowList: ['bank.test'],
    timeoutMs: 5_000,
  };
  const callAs = (psu: ProviderCall['psu']): ProviderCall => ({
    ...{ outbound, psu, now: () => clock.now, signal: AbortSignal.timeout(30_000) },
  });
  return {
    ...{ url, clock, seen, transport },
    present: callAs({ ipAddress: '203.0.113.7', userAgent: 'Browser' }),
    alone: callAs(null),
    /** A provider of its banks, with other settings where given. */
    provider: (changes: Partial<Xs2aBank> = {}, other: Partial<Xs2aTransport> = {}) =>
      createXs2aProvider(
        'fake',
        sandboxBanks(url).map((bank) => ({ ...bank, ...changes })),
        { ...transport, ...other },
      ),
    behave(manners: Manners) {
      behaviour.manners = manners;
    },
    behaveWell() {
      behaviour.manners = (reply) => reply;
      seen.length = 0;
    },
    async close() {
      await outbound.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
