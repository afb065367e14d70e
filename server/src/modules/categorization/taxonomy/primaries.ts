import type { Primary } from '../categorization.types.ts';

/** The upper level of the taxonomy. Ids never change; names may. */
export const primaries: readonly Primary[] = [
  { id: 'income', name: { en: 'Income', de: 'Einkommen' } },
  { id: 'business', name: { en: 'Business operations', de: 'Geschäftsbetrieb' } },
  { id: 'transfer', name: { en: 'Transfers and cash', de: 'Umbuchungen und Bargeld' } },
  { id: 'savings_investment', name: { en: 'Savings and investments', de: 'Sparen und Anlegen' } },
  { id: 'credit_debt', name: { en: 'Credit and debt', de: 'Kredite und Schulden' } },
  { id: 'banking', name: { en: 'Bank fees and returned debits', de: 'Bankgebühren und Rückbuchungen' } },
  { id: 'insurance', name: { en: 'Insurance', de: 'Versicherungen' } },
  { id: 'housing', name: { en: 'Housing and home', de: 'Wohnen und Haushalt' } },
  { id: 'utilities', name: { en: 'Utilities', de: 'Versorgung und Entsorgung' } },
  { id: 'communication', name: { en: 'Communication', de: 'Telefon und Internet' } },
  { id: 'food_drink', name: { en: 'Food and drink', de: 'Essen und Trinken' } },
  { id: 'shopping', name: { en: 'Shopping', de: 'Einkäufe' } },
  { id: 'mobility', name: { en: 'Mobility', de: 'Mobilität' } },
  { id: 'travel', name: { en: 'Travel', de: 'Reisen' } },
  { id: 'leisure', name: { en: 'Leisure and media', de: 'Freizeit und Medien' } },
  { id: 'health', name: { en: 'Health and personal care', de: 'Gesundheit und Körperpflege' } },
  { id: 'family_education', name: { en: 'Children and education', de: 'Kinder und Bildung' } },
  { id: 'services', name: { en: 'Services', de: 'Dienstleistungen' } },
  { id: 'public', name: { en: 'Taxes, authorities and donations', de: 'Steuern, Behörden und Spenden' } },
  { id: 'other', name: { en: 'Other', de: 'Sonstiges' } },
];
