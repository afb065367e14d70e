import { pair } from '../../app/language.ts';

export const RUNS_TEXTS = {
  none: pair('No analysis was asked for yet', 'Es wurde noch keine Analyse angefordert'),
  noneHint: pair('Start one under Analysis.', 'Starten Sie eine unter Analyse.'),
  statuses: {
    queued: pair('waits', 'wartet'),
    running: pair('runs', 'läuft'),
    completed: pair('completed', 'fertig'),
    failed: pair('failed', 'fehlgeschlagen'),
    cancelled: pair('cancelled', 'abgebrochen'),
  },
  asked: pair(
    (moment: string) => `asked for ${moment}`,
    (moment: string) => `angefordert ${moment}`,
  ),
  took: pair(
    (seconds: string) => `took ${seconds} s`,
    (seconds: string) => `dauerte ${seconds} s`,
  ),
  counts: pair(
    (transactions: string, accounts: string, contracts: string) =>
      `${transactions} transactions in ${accounts} accounts, ${contracts} contracts`,
    (transactions: string, accounts: string, contracts: string) =>
      `${transactions} Umsätze in ${accounts} Konten, ${contracts} Verträge`,
  ),
  cancel: pair('Cancel the run', 'Lauf abbrechen'),
  progress: pair('How far it is', 'Wie weit er ist'),
};
