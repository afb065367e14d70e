import type { Everyday } from './everyday.ts';

/** The household of the employee: what it buys, where and how often. */
export const householdEveryday: Everyday = {
  place: 'BERLIN',
  habits: [
    {
      label: 'groceries',
      times: [12, 15],
      amountMinor: [9_20, 124_00],
      shops: [
        'REWE SAGT DANKE. 45######',
        'REWE SAGT DANKE. 41######',
        'EDEKA NEUKOELLN SAGT DANKE',
        'LIDL DIENSTLEISTUNG',
        'ALDI NORD SAGT DANKE',
        'KAUFLAND BERLIN 4###',
        'PENNY SAGT DANKE. 33######',
        'NETTO MARKEN-DISCOU 7###',
        'ALNATURA PRODUKTIONS GMBH',
      ],
    },
    {
      label: 'bakery',
      times: [4, 7],
      amountMinor: [2_80, 14_60],
      shops: ['BAECKEREI STEINECKE 1##', 'BACKWERK BERLIN', 'ZEIT FUER BROT'],
    },
    {
      label: 'drugstore',
      times: [2, 4],
      amountMinor: [6_95, 48_50],
      shops: ['DM-DROGERIE MARKT', 'ROSSMANN 2###', 'MUELLER HANDELS GMBH'],
    },
    {
      label: 'fuel',
      times: [2, 4],
      amountMinor: [42_00, 79_00],
      shops: ['ARAL STATION 28######', 'SHELL 1###', 'TOTAL ENERGIES BERLIN', 'JET-TANKSTELLE'],
    },
    {
      label: 'restaurant',
      times: [4, 7],
      amountMinor: [9_50, 74_00],
      shops: [
        'RESTAURANT LA STELLA',
        'MCDONALDS 1###',
        'BURGERMEISTER KOTTI',
        'EISCAFE VENEZIA',
        'NORDSEE FIL. ####',
        'PHO HANOI BISTRO',
        'CAFE MORGENROT',
      ],
    },
    { label: 'pharmacy', times: [0, 2], amountMinor: [5_00, 38_90], shops: ['APOTHEKE AM RATHAUS', 'SONNEN-APOTHEKE'] },
    {
      label: 'clothing',
      times: [0, 2],
      amountMinor: [19_99, 119_00],
      shops: ['H+M 2##', 'C+A MODE', 'DECATHLON BERLIN', 'DEICHMANN SE', 'TK MAXX ###'],
    },
    {
      label: 'home',
      times: [0, 2],
      amountMinor: [12_49, 139_00],
      shops: ['IKEA DEUTSCHLAND', 'OBI BAU- UND HEIMWERKER', 'BAUHAUS BERLIN', 'MEDIA MARKT BERLIN'],
    },
    {
      label: 'leisure',
      times: [1, 3],
      amountMinor: [8_00, 58_00],
      shops: ['CINESTAR CUBIX', 'TIERPARK BERLIN', 'BERLINER BAEDER-BETRIEBE', 'THALIA BUECHER 1##'],
    },
  ],
  amazon: { times: [2, 4], amountMinor: [9_99, 118_00], mandateId: 'AMZ-7QK2M1' },
  payPal: {
    times: [1, 3],
    amountMinor: [8_90, 96_00],
    mandateId: '4XJ2224YQ7LQ2',
    shops: ['ZALANDO', 'EBAY', 'DB VERTRIEB GMBH', 'LIEFERANDO', 'ETSY', 'OTTO', 'STEAM'],
    subscription: { shop: 'Spotify AB', day: 18, amountMinor: 17_99 },
  },
  cash: { times: [1, 3], tens: [2, 8] },
};
