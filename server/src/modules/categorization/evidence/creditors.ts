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

/** German bank codes (digits 5–12 of a German IBAN) that only one kind of payer or payee uses. */
export const bankCodeOwners: Readonly<Record<string, { name: string; out: string; incoming: string }>> = {
  '76000000': {
    name: 'Bundesbank Nürnberg: Bundesagentur für Arbeit',
    out: 'social_contributions',
    incoming: 'unemployment_benefit',
  },
};
