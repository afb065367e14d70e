import { pair } from '../../app/language.ts';

export const IMPORT_TEXTS = {
  title: pair('Import files of banks', 'Dateien von Banken importieren'),
  choose: pair('Choose files', 'Dateien auswählen'),
  drop: pair('or drop them here', 'oder hier ablegen'),
  kinds: pair(
    'CAMT, MT940, CSV, OFX, QIF, also zipped; what a file is, is seen from its content. Nothing is stored before you have seen what it is.',
    'CAMT, MT940, CSV, OFX, QIF, auch als Zip; was eine Datei ist, zeigt ihr Inhalt. Gespeichert wird erst, wenn Sie gesehen haben, was darin steht.',
  ),
  sending: pair(
    (share: string) => `Sending: ${share}`,
    (share: string) => `Wird gesendet: ${share}`,
  ),
  reading: pair('The files are being read …', 'Die Dateien werden gelesen …'),
  stop: pair('Stop', 'Abbrechen'),
  preview: pair('What is in the files', 'Was in den Dateien steht'),
  result: pair('Imported', 'Importiert'),
  account: pair('Account', 'Konto'),
  fresh: pair('New', 'Neu'),
  known: pair('Known already', 'Schon bekannt'),
  changed: pair('More known now', 'Ergänzt'),
  newAccount: pair('new account', 'neues Konto'),
  duplicates: pair(
    (count: string) =>
      `${count} transactions are known already, from these files or from before. They are not stored twice.`,
    (count: string) =>
      `${count} Umsätze sind schon bekannt, aus diesen Dateien oder von früher. Sie werden nicht doppelt gespeichert.`,
  ),
  gap: pair(
    (account: string, amount: string, since: string, until: string) =>
      `${account}: between ${since} and ${until} transactions of ${amount} in all are missing, going by the bank’s balances.`,
    (account: string, amount: string, since: string, until: string) =>
      `${account}: Zwischen ${since} und ${until} fehlen nach den Salden der Bank Umsätze von zusammen ${amount}.`,
  ),
  rejected: pair(
    (count: string) =>
      count === '1' ? '1 row can not be read and is left out' : `${count} rows can not be read and are left out`,
    (count: string) =>
      count === '1' ? '1 Zeile ist nicht lesbar und bleibt weg' : `${count} Zeilen sind nicht lesbar und bleiben weg`,
  ),
  file: pair('File', 'Datei'),
  line: pair('Line', 'Zeile'),
  reason: pair('What is wrong', 'Was nicht stimmt'),
  moreRejected: pair(
    (count: string) => `and ${count} more`,
    (count: string) => `und ${count} weitere`,
  ),
  go: pair(
    (count: string) => (count === '1' ? 'Import 1 transaction' : `Import ${count} transactions`),
    (count: string) => (count === '1' ? '1 Umsatz importieren' : `${count} Umsätze importieren`),
  ),
  goAnyway: pair('Import', 'Importieren'),
  nothingNew: pair('There is nothing new in it.', 'Es ist nichts Neues darin.'),
  otherColumns: pair('Choose the columns', 'Spalten zuordnen'),
  discard: pair('Discard', 'Verwerfen'),
  more: pair('Import more files', 'Weitere Dateien importieren'),
  stored: pair(
    (count: string) => (count === '1' ? '1 transaction was stored.' : `${count} transactions were stored.`),
    (count: string) => (count === '1' ? '1 Umsatz wurde gespeichert.' : `${count} Umsätze wurden gespeichert.`),
  ),
  toAnalysis: pair('To the analysis', 'Zur Analyse'),
  whichAccount: pair('Which account are the files of?', 'Von welchem Konto sind die Dateien?'),
  whichAccountHint: pair('They do not say it themselves.', 'Sie sagen es selbst nicht.'),
  another: pair('A new account', 'Ein neues Konto'),
  newName: pair('Id of the new account', 'Kennung des neuen Kontos'),
  goOn: pair('Go on', 'Weiter'),
};
