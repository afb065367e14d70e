import { describe, expect, it } from 'vitest';
import { madeBooking } from '../../../test/fixtures/made-booking.ts';
import { createCategorizer } from './categorizer.ts';

const categorizer = createCategorizer();

type Row = readonly [amount: number, partner: string, purpose: string, expected: string];

const decided = (userType: 'person' | 'company', [amount, partner, purpose]: Row) =>
  categorizer.categorize(madeBooking({ amount, partner, purpose }), { userType, accounts: [] });

describe('what an authority pays a company', () => {
  it.each<Row>([
    [2380, 'Stadt München', 'RE 20242', 'revenue'],
    [2380, 'Landkreis Starnberg', 'Rechnung 2025-118', 'revenue'],
    [800, 'Gemeinde Haar', 'Rechnungsnr. 44', 'revenue'],
    [800, 'Stadtkasse Bonn', 'Invoice INV-22', 'revenue'],
    [800, 'Stadt Köln', 'Auftrag 4500123', 'revenue'],
    [800, 'Landesamt für Umwelt', 'Rg. 118/25', 'revenue'],
    [800, 'Landesamt für Finanzen', 'Rechnungs-Nr. 118', 'revenue'],
    [3000, 'Universität Potsdam', 'Honorar Gutachten', 'revenue'],
    [3000, 'Bundesagentur für Arbeit', 'Rechnung 55', 'revenue'],
    [3000, 'Jobcenter Berlin Mitte', 'RE-Nr. 4711', 'revenue'],
    [3000, 'Deutsche Rentenversicherung Bund', 'Rechnung 3', 'revenue'],
  ])('%d from %s for “%s” is %s', (...row) => {
    expect(decided('company', row).categoryId).toBe(row[3]);
  });

  it.each<Row>([
    [3000, 'Finanzamt Köln', 'Erstattung Rechnung USt 3/25', 'tax_refund'],
    [3000, 'Bundesagentur für Arbeit', 'Kurzarbeitergeld RE 03/25', 'short_time_pay'],
    [3000, 'Bundesagentur für Arbeit', 'Eingliederungszuschuss RE 03/25', 'unemployment_benefit'],
    [3000, 'Stadt Köln', 'Überbrückungshilfe Auftrag 12', 'other_benefit'],
    [3000, 'Stadt Köln', 'Förderung Rechnung 4500', 'other_benefit'],
    [3000, 'Stadt Köln', 'Zuschuss Rechnung 12', 'other_benefit'],
    [3000, 'Stadt Köln', 'im Auftrag der Kämmerei', 'other_benefit'],
  ])('%d from %s for “%s” stays %s', (...row) => {
    expect(decided('company', row).categoryId).toBe(row[3]);
  });

  it('is no revenue where a person receives it, and says both of its grounds', () => {
    const row: Row = [2380, 'Stadt München', 'RE 20242', ''];
    expect(decided('person', row).categoryId).toBe('other_benefit');
    expect(decided('company', row)).toMatchObject({
      evidence: 'phrase',
      reason: 'The name says “stadt”, and the purpose says “RE 20242”',
    });
  });
});

describe('what a company pays', () => {
  it.each<Row>([
    [-120, 'abcfinance GmbH', 'Factoringgebühr 03/25', 'account_fee'],
    [-120, 'Grenke Factoring GmbH', 'Abrechnung 03', 'account_fee'],
    [-120, 'Qorvex Finanz GmbH', 'Factoring-Entgelt 03', 'account_fee'],
    [-1200, 'Grenke Factoring GmbH', 'RE 4711', 'supplier_payment'],
    [-120, 'abcfinance GmbH', 'Leasingrate Vertrag 12', 'leasing'],
    [-120, 'Grenke AG', 'Vertrag 12', 'leasing'],
    [-2000, 'Anna Köhler', 'Privatentnahme 03', 'internal_transfer_out'],
    [-2000, 'Anna Köhler', 'Gewinnentnahme Q1', 'internal_transfer_out'],
    [-2000, 'Anna Köhler', 'Honorar 3', 'supplier_payment'],
    [-300, 'IHK München', 'Beitrag 2025', 'membership'],
    [-300, 'HWK Köln', 'Beitragsbescheid 2025', 'membership'],
    [-300, 'Industrie- und Handelskammer zu Köln', 'Grundbeitrag und Umlage', 'membership'],
    [-300, 'Rechtsanwaltskammer Köln', 'Kammerbeitrag', 'membership'],
    [-300, 'IHK Köln', 'Lehrgang Beitrag Teil 1', 'education'],
    [-300, 'IHK Akademie', 'Seminar', 'education'],
  ])('%d to %s for “%s” is %s', (...row) => {
    expect(decided('company', row).categoryId).toBe(row[3]);
  });
});

describe('what a person pays', () => {
  it.each<Row>([
    [-1800, 'Bau GmbH', 'Rückruf Gehalt 03', 'other_transfer_out'],
    [-1800, 'Bau GmbH', 'Rückforderung Lohn', 'other_transfer_out'],
    [-1800, 'Bau GmbH', 'Gehalt überzahlt', 'other_transfer_out'],
    [-400, 'Anna Köhler', 'Lohn Mai', 'private_transfer_out'],
    [1800, 'Bau GmbH', 'Gehalt 03', 'salary'],
    [-120, 'Medas Factoring GmbH', 'Rechnung 12', 'doctor'],
    [-300, 'Ärztekammer Berlin', 'Beitrag 25', 'membership'],
  ])('%d of %s for “%s” is %s', (...row) => {
    expect(decided('person', row).categoryId).toBe(row[3]);
  });
});
