/** The list of linked banks. */
import { pair } from '#platform/html/texts.ts';

export const OVERVIEW_TEXTS = {
  overview: {
    title: pair('Your linked banks', 'Ihre verbundenen Banken'),
    none: pair('No bank is linked yet.', 'Es ist noch keine Bank verbunden.'),
    accounts: pair(
      (count: number) => (count === 1 ? '1 account' : `${count} accounts`),
      (count: number) => (count === 1 ? '1 Konto' : `${count} Konten`),
    ),
    consents: {
      active: pair('Consent valid', 'Einwilligung gültig'),
      expiring: pair('Consent ends soon', 'Einwilligung endet bald'),
      expired: pair('Consent has ended', 'Einwilligung beendet'),
      none: pair('Fetched once, no access kept', 'Einmalig abgerufen, kein Zugang gespeichert'),
    },
    until: pair(
      (date: string) => `until ${date}`,
      (date: string) => `bis ${date}`,
    ),
    synced: pair(
      (time: string) => `Last fetched ${time}`,
      (time: string) => `Zuletzt abgerufen ${time}`,
    ),
    neverSynced: pair('Nothing fetched yet', 'Noch nichts abgerufen'),
    syncing: pair('Data is being fetched …', 'Daten werden abgerufen …'),
    syncFailed: pair('The last fetch failed', 'Der letzte Abruf ist fehlgeschlagen'),
    refresh: pair('Refresh', 'Aktualisieren'),
    renew: pair('Renew consent', 'Einwilligung erneuern'),
    remove: pair('Remove', 'Entfernen'),
    forBank: pair(
      (bank: string) => ` (${bank})`,
      (bank: string) => ` (${bank})`,
    ),
    add: pair('Add a bank', 'Bank hinzufügen'),
    addMore: pair('Add another bank', 'Weitere Bank hinzufügen'),
    finish: pair('Finish', 'Fertig'),
  },
  removal: {
    title: pair(
      (bank: string) => `Remove ${bank}?`,
      (bank: string) => `${bank} entfernen?`,
    ),
    text: pair(
      (who: string) =>
        `The consent at the bank ends at once, and ${who} loses the accounts and transactions that came from it. This can not be undone.`,
      (who: string) =>
        `Die Einwilligung bei der Bank endet sofort, und ${who} verliert die Konten und Umsätze, die von dort kamen. Das lässt sich nicht rückgängig machen.`,
    ),
    go: pair('Remove the bank', 'Bank entfernen'),
    keep: pair('Keep it', 'Behalten'),
  },
};
