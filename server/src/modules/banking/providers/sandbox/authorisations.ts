/** The authorisation of a consent by its customer: PIN, choice of method, code or approval in the app. */

import { bankDay } from '../xs2a/bank-day.ts';
import { type Authorisation, type Bank, type BankCall, BankNo, type BankReply, type Consent } from './bank.types.ts';
import { bodyOf, header, linkTo, requireRequestId } from './bank-call.ts';
import { textsIn } from './bank-texts.ts';
import { consentOf, newAuthorisation } from './consents.ts';
import { type Customer, customerOf, SANDBOX_CODE, SANDBOX_PIN } from './customers.ts';
import { photoChallenge } from './photo-challenge.ts';

const METHODS = [
  { authenticationType: 'SMS_OTP', authenticationMethodId: 'sms', name: 'SMS an +49 151 •••• 4711' },
  { authenticationType: 'CHIP_OTP', authenticationMethodId: 'chip', name: 'chipTAN manuell' },
  { authenticationType: 'PHOTO_OTP', authenticationMethodId: 'photo', name: 'photoTAN' },
  { authenticationType: 'PUSH_OTP', authenticationMethodId: 'app', name: 'Sandbox-App (Lenas Telefon)' },
];
const APP = 'app';

const MOST_WRONG_PINS = 3;
const LOCKED_MS = 15 * 60_000;
const MOST_WRONG_CODES = 3;
/** The customer takes their time to find the telephone. */
const POLLS_UNTIL_APPROVED = 3;

interface Open {
  consent: Consent;
  authorisation: Authorisation;
  customer: Customer;
}

/** `POST …/authorisations`: begun by the other side, which may send the PIN along. */
export function startAuthorisation(bank: Bank, call: BankCall): BankReply {
  requireRequestId(call);
  const consent = consentOf(bank, call, call.path[2]);
  if (consent.status !== 'received') throw new BankNo(409, 'STATUS_INVALID');
  const authorisation = newAuthorisation();
  consent.authorisation = authorisation;
  const own = { ...call, path: [...call.path, authorisation.id] };
  if (bodyOf(call).psuData !== undefined) return { ...logIn(bank, own), status: 201 };
  const link = linkTo(bank, own, own.path.join('/'));
  const _links = { updatePsuAuthentication: link, scaStatus: link };
  return { status: 201, body: { scaStatus: 'received', authorisationId: authorisation.id, _links } };
}

/** `updatePsuAuthentication`: the PIN. */
export function logIn(bank: Bank, call: BankCall): BankReply {
  const open = openAuthorisation(bank, call);
  const { authorisation, consent, customer } = open;
  const { password } = bodyOf(call).psuData as { password?: unknown };
  if (authorisation.scaStatus !== 'received') throw new BankNo(409, 'STATUS_INVALID');
  checkPin(bank, customer, String(password));
  consent.userName = customer.userName;
  authorisation.scaStatus = 'psuAuthenticated';
  if (call.form === 'decoupled') return waitInApp(bank, call, open);
  // Students have their telephone and nothing else: there is nothing to choose.
  if (customer.persona === 'student') return askForCode(bank, call, open, 'sms');
  return {
    status: 200,
    body: {
      scaStatus: 'psuAuthenticated',
      scaMethods: METHODS,
      _links: {
        selectAuthenticationMethod: linkTo(bank, call, call.path.join('/')),
        scaStatus: linkTo(bank, call, call.path.join('/')),
      },
    },
  };
}

/** `selectAuthenticationMethod`. */
export function selectMethod(bank: Bank, call: BankCall): BankReply {
  const open = openAuthorisation(bank, call);
  const { scaStatus } = open.authorisation;
  if (scaStatus !== 'psuAuthenticated' && scaStatus !== 'scaMethodSelected') throw new BankNo(409, 'STATUS_INVALID');
  const methodId = bodyOf(call).authenticationMethodId;
  const method = METHODS.find((known) => known.authenticationMethodId === methodId);
  if (!method) throw new BankNo(400, 'SCA_METHOD_UNKNOWN');
  return methodId === APP ? waitInApp(bank, call, open) : askForCode(bank, call, open, method.authenticationMethodId);
}

/** `authoriseTransaction`: the code. */
export function sendCode(bank: Bank, call: BankCall): BankReply {
  const { authorisation, consent, customer } = openAuthorisation(bank, call);
  if (authorisation.scaStatus !== 'scaMethodSelected') throw new BankNo(409, 'STATUS_INVALID');
  if (customer.fault === 'code-expired') {
    authorisation.scaStatus = 'failed';
    throw new BankNo(403, 'RESOURCE_EXPIRED', 'The code is no longer valid');
  }
  if (bodyOf(call).scaAuthenticationData !== SANDBOX_CODE || customer.fault === 'wrong-code') {
    authorisation.wrongCodes += 1;
    if (authorisation.wrongCodes >= MOST_WRONG_CODES) authorisation.scaStatus = 'failed';
    throw new BankNo(401, 'PSU_CREDENTIALS_INVALID', 'The code is wrong');
  }
  conclude(bank, consent, authorisation, customer.fault !== 'refused');
  return { status: 200, body: { scaStatus: authorisation.scaStatus } };
}

/** How an authorisation stands; the app's approval comes while it is asked for. */
export function readScaStatus(bank: Bank, call: BankCall): BankReply {
  const consent = consentOf(bank, call, call.path[2]);
  const { authorisation } = consent;
  if (!authorisation || authorisation.id !== call.path[4]) throw new BankNo(404, 'RESOURCE_UNKNOWN');
  if (authorisation.scaStatus === 'started' && authorisation.methodId === APP) {
    authorisation.polls += 1;
    const isAccepted = customerOf(consent.userName ?? '')?.fault !== 'refused';
    if (authorisation.polls >= POLLS_UNTIL_APPROVED) conclude(bank, consent, authorisation, isAccepted);
  }
  return { status: 200, body: { scaStatus: authorisation.scaStatus } };
}

/** The customer said yes or no: the consent follows. */
export function conclude(bank: Bank, consent: Consent, authorisation: Authorisation, isAccepted: boolean): void {
  authorisation.scaStatus = isAccepted ? 'finalised' : 'failed';
  consent.status = isAccepted ? 'valid' : 'rejected';
  if (isAccepted && consent.userName) bank.memory.firstLogins[consent.userName] ??= bankDay(bank.now());
}

/** Throws unless the PIN is right; three wrong ones in a row lock the login for a quarter of an hour. */
export function checkPin(bank: Bank, customer: Customer, pin: string): void {
  const { wrongPins } = bank.memory;
  const before = wrongPins[customer.userName];
  const now = bank.now();
  const isLocked = before?.lockedUntil && before.lockedUntil > now.toISOString();
  if (customer.fault === 'locked' || isLocked) throw new BankNo(403, 'SERVICE_BLOCKED', 'The login is locked');
  if (pin === SANDBOX_PIN && customer.fault !== 'wrong-pin') {
    delete wrongPins[customer.userName];
    return;
  }
  const count = (before?.lockedUntil ? 0 : (before?.count ?? 0)) + 1;
  const isEnough = count >= MOST_WRONG_PINS;
  const lockedUntil = isEnough ? new Date(now.getTime() + LOCKED_MS).toISOString() : null;
  wrongPins[customer.userName] = { count, lockedUntil };
  throw isEnough
    ? new BankNo(403, 'SERVICE_BLOCKED', 'The login is locked')
    : new BankNo(401, 'PSU_CREDENTIALS_INVALID', 'User name or PIN are wrong');
}

function waitInApp(bank: Bank, call: BankCall, { authorisation, consent }: Open): BankReply {
  Object.assign(authorisation, { scaStatus: 'started', methodId: APP });
  return {
    status: 200,
    headers: { 'aspsp-sca-approach': 'DECOUPLED' },
    body: {
      scaStatus: 'started',
      chosenScaMethod: METHODS.find((method) => method.authenticationMethodId === APP),
      psuMessage: textsIn(consent.language).approveInApp,
      _links: { scaStatus: linkTo(bank, call, call.path.join('/')) },
    },
  };
}

function askForCode(bank: Bank, call: BankCall, { authorisation, consent }: Open, methodId: string): BankReply {
  Object.assign(authorisation, { scaStatus: 'scaMethodSelected', methodId });
  const challenges: Record<string, object> = {
    sms: { otpMaxLength: 6, otpFormat: 'integer' },
    chip: { data: ['Startcode 24180017'], otpMaxLength: 6, otpFormat: 'integer' },
    photo: { image: photoChallenge(authorisation.id), otpMaxLength: 6, otpFormat: 'integer' },
  };
  return {
    status: 200,
    body: {
      scaStatus: 'scaMethodSelected',
      chosenScaMethod: METHODS.find((method) => method.authenticationMethodId === methodId),
      challengeData: challenges[methodId],
      psuMessage: textsIn(consent.language).code,
      _links: {
        authoriseTransaction: linkTo(bank, call, call.path.join('/')),
        scaStatus: linkTo(bank, call, call.path.join('/')),
      },
    },
  };
}

function openAuthorisation(bank: Bank, call: BankCall): Open {
  requireRequestId(call);
  const consent = consentOf(bank, call, call.path[2]);
  const { authorisation } = consent;
  if (!authorisation || authorisation.id !== call.path[4]) throw new BankNo(404, 'RESOURCE_UNKNOWN');
  const customer = customerOf(consent.userName ?? header(call, 'psu-id') ?? '');
  if (!customer) throw new BankNo(401, 'PSU_CREDENTIALS_INVALID');
  return { consent, authorisation, customer };
}
