import { describe, expect, it } from 'vitest';
import { merchantBehindIntermediary, readStatement } from './read-statement.ts';
import { fold } from './symbols.ts';

describe('fold', () => {
  it.each([
    ['Bäckerei Müller & Söhne', 'baeckerei mueller soehne'],
    ["McDONALD'S F10234", 'mcdonalds f10234'],
    ['Café  Crème//Köln/DE', 'cafe creme koeln de'],
    ['STRASSE/Straße', 'strasse strasse'],
    ['RACETRAC2378', 'racetrac 2378'],
    ['Łódź Żabka', 'lodz zabka'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('readStatement', () => {
  it('takes SEPA subfields apart', () => {
    const read = readStatement(
      'EREF+4711 MREF+M-1 CRED+DE09ZZZ00000000001 SVWZ+KFZ-STEUER FUER B AB 1 ABWA+BUNDESKASSE',
    );
    expect(read).toMatchObject({ creditorId: 'DE09ZZZ00000000001', partner: 'BUNDESKASSE' });
    expect(read.purpose.trim()).toBe('KFZ-STEUER FUER B AB 1');
  });

  it('takes MT940 subfields apart and joins what was cut', () => {
    const read = readStatement(
      '105?00Basislastschrift?20EREF+N0003?22SVWZ+Trainings- und Service?23pauschale?32RSG Group?33 GmbH',
    );
    expect(read).toMatchObject({ transactionCode: '105', bookingText: 'Basislastschrift', partner: 'RSG Group GmbH' });
    expect(read.purpose).toContain('Servicepauschale');
  });

  it('reads the purpose code', () => {
    expect(readStatement('PURP+SALA SVWZ+Mai').purposeCode).toBe('SALA');
  });

  it('leaves plain text alone', () => {
    expect(readStatement('Miete Juni + Garage').purpose).toBe('Miete Juni + Garage');
  });
});

describe('merchantBehindIntermediary', () => {
  it.each([
    ['1046450041914/. eBay S.a.r.l., Ihr Einkauf bei eBay S.a.r.l.', 'eBay S.a.r.l.'],
    ['1012345/PP.1234.PP/. Wolt, Ihr Einkauf bei Wolt', 'Wolt'],
  ])('%s', (purpose, merchant) => {
    expect(merchantBehindIntermediary(purpose)).toBe(merchant);
  });

  it('answers null when none is named', () => {
    expect(merchantBehindIntermediary('1023 Freunde und Familie')).toBeNull();
  });
});
