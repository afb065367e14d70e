import { randomUUID } from 'node:crypto';
import { bankDay } from '../xs2a/bank-day.ts';
import { type Authorisation, type Bank, type BankCall, BankNo, type BankReply, type Consent } from './bank.types.ts';
import { bodyOf, header, linkTo, requireRequestId } from './bank-call.ts';
import { languageOf } from './bank-texts.ts';
import { customerOf } from './customers.ts';
import { takesAccountType } from './sandbox-banks.ts';

const MOST_DAYS = 180;
const DAY_MS = 86_400_000;

/** `POST /v1/consents`: made at once, worth something after its authorisation. */
export function createConsent(bank: Bank, call: BankCall): BankReply {
  requireRequestId(call);
  const userName = header(call, 'psu-id');
  const customer = userName ? customerOf(userName) : null;
  const wish = readWish(call);
  if (!takesAccountType(call.bankId, header(call, 'psu-id-type'))) throw new BankNo(400, 'FORMAT_ERROR', 'PSU-ID-Type');
  if (call.form !== 'redirect' && !customer) throw new BankNo(401, 'PSU_CREDENTIALS_INVALID');
  if (customer?.fault === 'down') throw new BankNo(503, 'SERVICE_UNAVAILABLE');
  if (customer?.fault === 'locked') throw new BankNo(403, 'SERVICE_BLOCKED');
  forgetOld(bank);
  const last = bankDay(new Date(bank.now().getTime() + (customer?.fault === 'expiring' ? 5 : MOST_DAYS) * DAY_MS));
  const authorisation = newAuthorisation();
  const consent: Consent = {
    ...wish,
    consentId: randomUUID(),
    bankId: call.bankId,
    userName: customer?.userName ?? null,
    status: 'received',
    validUntil: wish.validUntil < last ? wish.validUntil : last,
    createdAt: bank.now().toISOString(),
    authorisation,
    readings: {},
    readingsOn: '',
  };
  bank.memory.consents[consent.consentId] = consent;
  return presentNew(bank, call, consent.consentId, authorisation.id);
}

export function newAuthorisation(): Authorisation {
  return { id: randomUUID(), scaStatus: 'received', methodId: null, polls: 0, wrongCodes: 0 };
}

/** What the consent is to be; throws a no when something of it is missing. */
function readWish(call: BankCall) {
  const { access, recurringIndicator: recurring, validUntil, frequencyPerDay } = bodyOf(call);
  const isDay = typeof validUntil === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(validUntil);
  if (typeof access !== 'object' || typeof recurring !== 'boolean' || !isDay) throw new BankNo(400, 'FORMAT_ERROR');
  const redirectUri = header(call, 'tpp-redirect-uri');
  if (call.form === 'redirect' && !redirectUri) throw new BankNo(400, 'FORMAT_ERROR', 'TPP-Redirect-URI');
  return {
    recurring,
    validUntil,
    frequencyPerDay: recurring ? Math.min(4, Number(frequencyPerDay) || 1) : 1,
    language: languageOf(header(call, 'psu-accept-language')),
    redirectUri,
    nokRedirectUri: header(call, 'tpp-nok-redirect-uri'),
  };
}

function presentNew(bank: Bank, call: BankCall, consentId: string, authorisationId: string): BankReply {
  const path = `v1/consents/${consentId}`;
  const authorisation = linkTo(bank, call, `${path}/authorisations/${authorisationId}`);
  const next =
    call.form === 'redirect'
      ? { scaRedirect: linkTo(bank, call, `authorise/${authorisationId}`) }
      : { updatePsuAuthentication: authorisation };
  const self = linkTo(bank, call, path);
  const _links = { ...next, self, status: linkTo(bank, call, `${path}/status`), scaStatus: authorisation };
  return {
    status: 201,
    headers: { 'aspsp-sca-approach': call.form.toUpperCase(), location: self.href },
    body: { consentStatus: 'received', consentId, _links },
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
