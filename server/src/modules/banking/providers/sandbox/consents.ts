import { randomUUID } from 'node:crypto';
import { bankDay } from '../xs2a/bank-day.ts';
import { type Bank, type BankCall, BankNo, type BankReply, type Consent } from './bank.types.ts';
import { bodyOf, header, linkTo, requireRequestId } from './bank-call.ts';
import { customerOf } from './customers.ts';

const MOST_DAYS = 180;
const DAY_MS = 86_400_000;

/** `POST /v1/consents`: made at once, worth something after its authorisation. */
export function createConsent(bank: Bank, call: BankCall): BankReply {
  requireRequestId(call);
  const body = bodyOf(call);
  const validUntil = body.validUntil;
  const isComplete =
    typeof body.access === 'object' && typeof body.recurringIndicator === 'boolean' && typeof validUntil === 'string';
  if (!isComplete || Number.isNaN(Date.parse(validUntil))) throw new BankNo(400, 'FORMAT_ERROR');
  const userName = header(call, 'psu-id');
  const customer = userName ? customerOf(userName) : null;
  if (call.form !== 'redirect' && !customer) throw new BankNo(401, 'PSU_CREDENTIALS_INVALID');
  if (customer?.fault === 'down') throw new BankNo(503, 'SERVICE_UNAVAILABLE');
  if (customer?.fault === 'locked') throw new BankNo(403, 'SERVICE_BLOCKED');
  forgetOld(bank);
  const last = bankDay(new Date(bank.now().getTime() + (customer?.fault === 'expiring' ? 5 : MOST_DAYS) * DAY_MS));
  const consent: Consent = {
    consentId: randomUUID(),
    bankId: call.bankId,
    userName: customer?.userName ?? null,
    status: 'received',
    recurring: body.recurringIndicator === true,
    validUntil: validUntil < last ? validUntil : last,
    frequencyPerDay: body.recurringIndicator === true ? Math.min(4, Number(body.frequencyPerDay) || 1) : 1,
    createdAt: bank.now().toISOString(),
    redirectUri: header(call, 'tpp-redirect-uri'),
    nokRedirectUri: header(call, 'tpp-nok-redirect-uri'),
    authorisation: { id: randomUUID(), scaStatus: 'received', methodId: null, polls: 0, wrongCodes: 0 },
    readings: {},
    readingsOn: '',
  };
  if (call.form === 'redirect' && !consent.redirectUri) throw new BankNo(400, 'FORMAT_ERROR', 'TPP-Redirect-URI');
  bank.memory.consents[consent.consentId] = consent;
  const path = `v1/consents/${consent.consentId}`;
  const authorisation = `${path}/authorisations/${consent.authorisation?.id}`;
  const next =
    call.form === 'redirect'
      ? { scaRedirect: linkTo(bank, call, `authorise/${consent.authorisation?.id}`) }
      : { updatePsuAuthentication: linkTo(bank, call, authorisation) };
  return {
    status: 201,
    headers: { 'aspsp-sca-approach': call.form.toUpperCase(), location: linkTo(bank, call, path).href },
    body: {
      consentStatus: 'received',
      consentId: consent.consentId,
      _links: {
        ...next,
        self: linkTo(bank, call, path),
        status: linkTo(bank, call, `${path}/status`),
        scaStatus: linkTo(bank, call, authorisation),
      },
    },
  };
}

/** `GET /v1/consents/{id}` and its `/status`. */
export function presentConsent(bank: Bank, call: BankCall): BankReply {
  const consent = consentOf(bank, call, call.path[2]);
  if (call.path[3] === 'status') return { status: 200, body: { consentStatus: consent.status } };
  return {
    status: 200,
    body: {
      access: { accounts: [], balances: [], transactions: [] },
      recurringIndicator: consent.recurring,
      validUntil: consent.validUntil,
      frequencyPerDay: consent.frequencyPerDay,
      consentStatus: consent.status,
    },
  };
}

export function endConsent(bank: Bank, call: BankCall): BankReply {
  consentOf(bank, call, call.path[2]).status = 'terminatedByTpp';
  return { status: 204 };
}

/** A consent of the bank that is asked, with its status as of now. */
export function consentOf(bank: Bank, call: BankCall, consentId: string | undefined): Consent {
  const consent = consentId ? bank.memory.consents[consentId] : undefined;
  if (!consent || consent.bankId !== call.bankId) throw new BankNo(403, 'CONSENT_UNKNOWN');
  if (consent.status === 'valid' && bankDay(bank.now()) > consent.validUntil) consent.status = 'expired';
  return consent;
}

/** Consents that nobody authorised within a day, and those whose end is long ago. */
function forgetOld(bank: Bank): void {
  const dayAgo = new Date(bank.now().getTime() - DAY_MS).toISOString();
  for (const [id, { status, createdAt }] of Object.entries(bank.memory.consents)) {
    if (status !== 'valid' && createdAt < dayAgo) delete bank.memory.consents[id];
  }
}
