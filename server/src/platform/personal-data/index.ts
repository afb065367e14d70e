/** Finds what names or reaches a person in any text: account and card numbers, addresses, phone numbers, tax ids. Pure. */
export { namesInEmail, replaceNames } from './name-pattern.ts';
export { createPseudonyms, hasPlaceholder } from './pseudonyms.ts';
export { type PersonalDataKind, replacePersonalData } from './replace-personal-data.ts';
