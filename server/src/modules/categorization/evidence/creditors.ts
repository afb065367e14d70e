/**
 * SEPA creditor identifiers (without the three free characters after the check digits, so that a creditor's business
 * areas all match) of creditors that print them in public documents. A null category says only who collects.
 */
export const creditorIds: Readonly<Record<string, { name: string; category: string | null }>> = {
  'DE:00000000001': { name: 'Bundeskasse (vehicle tax)', category: 'vehicle_tax' },
  'LU:0000000000000000058': { name: 'PayPal', category: null },
  'DE:00000078611': { name: 'Telekom Deutschland', category: 'telephone' },
  'DE:00000561652': { name: 'Amazon', category: 'online_marketplace' },
};

/** Who has its accounts under a German bank code, and what that says; `null`: nothing for that direction. */
export interface BankCodeOwner {
  name: string;
  weight: number;
  out: string | null;
  incoming: string | null;
}

/** German bank codes (digits 5–12 of a German IBAN) that only one kind of payer or payee uses. */
export const bankCodeOwners: Readonly<Record<string, BankCodeOwner>> = {
  '76000000': {
    name: 'Bundesbank Nürnberg: Bundesagentur für Arbeit',
    weight: 88,
    out: 'social_contributions',
    incoming: 'unemployment_benefit',
  },
};

/**
 * The fourth digit of a German bank code is the group of banks, 0 the Deutsche Bundesbank; its branches end in zeros.
 * Treasuries of the federation and the states have their accounts there, private customers have none.
 */
const bundesbank = /^\d{3}00000$/;
const treasury: BankCodeOwner = {
  name: 'the Bundesbank, where public treasuries have their accounts',
  weight: 72,
  out: 'authority_fee',
  incoming: null,
};

/** What the bank of a German IBAN says about its owner. */
export const bankCodeOwnerOf = (iban: string): BankCodeOwner | undefined => {
  const bankCode = iban.slice(4, 12);
  return bankCodeOwners[bankCode] ?? (bundesbank.test(bankCode) ? treasury : undefined);
};
