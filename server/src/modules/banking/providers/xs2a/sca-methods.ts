import type { ConnectStep, ScaMethod } from '../provider.types.ts';
import { type JsonObject, listOf, objectOf, textOf } from './read-json.ts';

const TYPES: readonly string[] = ['SMS_OTP', 'CHIP_OTP', 'PHOTO_OTP', 'PUSH_OTP', 'EMAIL'];
/** A photo challenge is a few kilobytes; beyond this it is none. */
const MAX_IMAGE_BASE64 = 400_000;

/** An authentication object of the bank; null when it has no id. */
export function methodOf(value: unknown): ScaMethod | null {
  const object = objectOf(value);
  const id = textOf(object.authenticationMethodId);
  if (!id) return null;
  const type = textOf(object.authenticationType) ?? '';
  return {
    id,
    name: textOf(object.name) ?? textOf(object.explanation) ?? type,
    // SMTP_OTP came with 1.3.9.
    type: type === 'SMTP_OTP' ? 'EMAIL' : ((TYPES.includes(type) ? type : 'OTHER') as ScaMethod['type']),
  };
}

export function methodsOf(value: unknown): ScaMethod[] {
  return listOf(value)
    .map(methodOf)
    .filter((method) => method !== null);
}

const UNNAMED: ScaMethod = { id: '', name: '', type: 'OTHER' };

/** The step that asks for a code, with whatever the bank shows for it. */
export function stepForCode(body: JsonObject, method: ScaMethod | null): ConnectStep {
  const challenge = objectOf(body.challengeData);
  const data = listOf(challenge.data)
    .map(textOf)
    .filter((text) => text !== null);
  const text = [textOf(challenge.data) ?? data.join('\n'), textOf(challenge.additionalInformation)];
  const length = challenge.otpMaxLength;
  return {
    kind: 'enter-code',
    method: method ?? UNNAMED,
    message: textOf(body.psuMessage),
    challenge: {
      text: text.filter(Boolean).join('\n') || null,
      imagePng: imageOf(challenge.image),
      codeLength: typeof length === 'number' && Number.isInteger(length) && length > 0 && length <= 100 ? length : null,
      digitsOnly: challenge.otpFormat === 'integer',
    },
  };
}

/** A PNG as base64 and nothing else: it stands in a page as a data address. */
function imageOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_IMAGE_BASE64) return null;
  const base64 = value.replace(/\s/g, '');
  return /^iVBORw0KGgo[A-Za-z0-9+/]*={0,2}$/.test(base64) ? base64 : null;
}
