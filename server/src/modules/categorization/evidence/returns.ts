import type { RuleTable } from './rule-row.ts';

/** Returned debits, their fees, garnishments and collection: what a lender asks for first. */
export const returnRules: RuleTable = {
  evidence: 'return',
  rows: [
    [
      99,
      'any',
      'back_debit_out',
      'back_debit_in',
      'rücklastschrift, rücklastschriften, ruecklast*, sepa rücklastschrift, lastschriftrückgabe, lastschrift rückgabe, lastschriftretoure, rückgabe sepa lastschrift, rückgabe lastschrift, retoure sepa lastschrift, retoure lastschrift, rückbelastung lastschrift, lastschrift retoure, retourenlastschrift, rlastschrift, rückrechnung lastschrift, lastschriftwiderspruch, widerspruch lastschrift, rueckl',
    ],
    [
      97,
      'any',
      'back_debit_out',
      'back_debit_in',
      'returned direct debit, direct debit returned, direct debit return, unpaid direct debit, returned payment, payment returned, return of posted check, returned check, returned item, ach return, return item, bounced, reversal of direct debit, dd return, unpaid dd, chargeback item, deposited item returned, cashed check returned, return deposited item, r01 insufficient funds, ach payment returned, autopay returned',
    ],
    [
      94,
      'text',
      'back_debit_out',
      'back_debit_in',
      'mangels deckung, mangelnde deckung, konto nicht gedeckt, nicht eingelöst, retour, rückgabegrund, ms03, md06, am04, ac04, ac06, sonstige gründe ms03',
    ],
    [
      99,
      'any',
      'back_debit_fee',
      '-',
      'rücklastschriftgebühr*, rücklastschriftentgelt*, rückgabeentgelt*, rückgabegebühr*, lastschriftrückgabeentgelt*, lastschriftrückgabegebühr*, rücklastschriftspesen*, lastschrift rückgabeentgelt, rücklastgebühr*, rücklastschriftkosten, entgelt rücklastschrift, gebühr rücklastschrift, gebühren rücklastschrift, kosten rücklastschrift, rücklastschrift gebühr, rücklastschrift entgelt, entgelt für rücklastschrift, entgelt lastschriftrückgabe, gebühr für rücklastschrift, nichteinlösung entgelt, entgelt nichteinlösung, rückgabegebühr, lastschriftrückgabe entgelt, entgelt für nichteinlösung, benachrichtigungsentgelt, auslagenersatz rücklastschrift',
    ],
    [
      98,
      'any',
      'back_debit_fee',
      '=',
      'nsf fee, nsf returned item*, returned item charge*, returned check charge*, returned payment charge*, nsf returned item fee, returned item fee, return item fee, returned payment fee, returned check fee, unpaid item charge, unpaid item fee, unpaid transaction fee, insufficient funds fee, nonsufficient funds, non sufficient funds, nsf charge, nsf item fee, unpaid item, unpaid direct debit fee, returned dd fee, bounced check fee, nsf return, insuff funds, insufficient funds charge',
    ],
    [
      99,
      'any',
      'garnishment',
      '-',
      'pfändung, pfändungen, pfändungs*, pfaendung*, lohnpfändung, kontopfändung, gehaltspfändung, gerichtsvollzieher*, obergerichtsvollzieher*, ogv, drittschuldner*, zwangsvollstreckung, vollstreckungsbescheid, garnishment, wage garnishment, legal order debit, legal process, tax levy, bank levy, writ of execution, attachment of earnings, bailiff*, enforcement agent*, levy debit, pfüb, pfueb',
    ],
    [
      99,
      'any',
      'garnishment_public',
      '-',
      'pfändungs und einziehungsverfügung, vollstreckungsstelle, irs levy, tax garnishment',
    ],
    [
      98,
      'any',
      'debt_collection',
      '=',
      'inkasso, inkasso*, *inkasso, inkassobüro, forderungsmanagement, forderungseinzug, debt collection, debt collector*, debt recovery, collection agency, collections agency, recovery services, debt collectors, forderungsservice, mahnbescheid, gerichtlicher mahnbescheid',
    ],
  ],
};

/** Public creditors: a garnishment that names one of them is one by an authority. */
export const publicCreditors =
  'hauptzollamt, finanzamt, finanzkasse, stadtkasse, gemeindekasse, kreiskasse, landeskasse, bundeskasse, landeshauptkasse, zoll, zollamt, landratsamt, staatskasse, justizkasse, kasse, irs, hmrc, council, treasury';
