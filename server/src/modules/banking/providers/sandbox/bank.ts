/**
 * A bank that speaks NextGenPSD2 (account information, 1.3.x): the sandbox that newcomers connect, and the server that
 * the XS2A client is tested against. Its time is an argument, and its data follow from the user name and the time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { logIn, readScaStatus, selectMethod, sendCode, startAuthorisation } from './authorisations.ts';
import { authorisePage, decideOnPage } from './authorise-page.ts';
import { type Bank, type BankCall, BankNo, type BankReply } from './bank.types.ts';
import { bodyOf, header } from './bank-call.ts';
import { createConsent, endConsent, presentConsent } from './consents.ts';
import { type Customer, customerOf } from './customers.ts';
import { readingReply } from './readings.ts';

type Handler = (bank: Bank, call: BankCall) => BankReply | Promise<BankReply>;

/** Method and path below the bank; `*` stands for an id. */
const ROUTES: Readonly<Record<string, Handler>> = {
  'POST v1 consents': createConsent,
  'GET v1 consents *': presentConsent,
  'GET v1 consents * status': presentConsent,
  'DELETE v1 consents *': endConsent,
  'POST v1 consents * authorisations': startAuthorisation,
  'PUT v1 consents * authorisations *': (bank, call) => {
    const body = bodyOf(call);
    if (body.psuData !== undefined) return logIn(bank, call);
    return body.authenticationMethodId === undefined ? sendCode(bank, call) : selectMethod(bank, call);
  },
  'GET v1 consents * authorisations *': readScaStatus,
  'GET v1 accounts': readingReply,
  'GET v1 accounts * balances': readingReply,
  'GET v1 accounts * transactions': readingReply,
  'GET v1 card-accounts': readingReply,
  'GET v1 card-accounts * balances': readingReply,
  'GET v1 card-accounts * transactions': readingReply,
  'GET authorise *': authorisePage,
  'POST authorise *': decideOnPage,
};

/** Answers one request, as a bank does: a no is an answer too. */
export async function answerCall(bank: Bank, call: BankCall): Promise<BankReply> {
  const route = findRoute(call);
  if (!route) return new BankNo(404, 'RESOURCE_UNKNOWN').reply;
  if (customerBehind(bank, call)?.fault === 'slow') await sleep(bank.slowMs);
  try {
    return await route(bank, call);
  } catch (error) {
    if (error instanceof BankNo) return error.reply;
    throw error;
  }
}

function customerBehind({ memory }: Bank, call: BankCall): Customer | null {
  const consentId = header(call, 'consent-id') ?? call.path[2] ?? '';
  return customerOf(header(call, 'psu-id') ?? memory.consents[consentId]?.userName ?? '');
}

function findRoute({ method, path }: BankCall): Handler | undefined {
  const found = Object.entries(ROUTES).find(([pattern]) => {
    const [verb, ...parts] = pattern.split(' ');
    return (
      verb === method && parts.length === path.length && parts.every((part, at) => part === '*' || part === path[at])
    );
  });
  return found?.[1];
}
