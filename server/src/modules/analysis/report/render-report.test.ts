import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { expect, test } from 'vitest';
import { companyData, personData } from '../cockpit/page/cockpit-data.fixture.ts';
import { renderReport } from './render-report.ts';

const MADE = new Date('2026-03-15T09:00:00Z');

async function read(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  return { text: text.replace(/\s+/g, ' '), pages: document.numPages, meta: await getMeta(document), document };
}

test('a person reads every figure, and which transactions it is made of, in German', async () => {
  const { text, pages, meta, document } = await read(await renderReport(personData('Ελένη Żółć'), 'de', MADE));
  for (const part of [
    'Finanzüberblick',
    'Haushaltsrechnung',
    'Einnahmequellen',
    'Ausgaben nach Art',
    'Risikomerkmale',
    'Lebenssituation',
    'Verträge und regelmäßige Zahlungen',
    'Ελένη Żółć',
    '1.200,50 €',
    '−123,45 €',
    'DE89 … 3000',
    'Seite 1 von',
    'Vertraulich',
  ]) {
    expect(text).toContain(part);
  }
  expect(text.match(/Aus Umsätzen vom \d{2}\.\d{2}\.\d{4} bis \d{2}\.\d{2}\.\d{4}\./g)?.length).toBeGreaterThanOrEqual(
    5,
  );
  expect(text).not.toMatch(/undefined|NaN|null|Infinity|Invalid/);
  expect(text).not.toContain('DE89370400440532013000');
  expect(pages).toBeLessThan(8);
  expect(meta.info).toMatchObject({ Title: 'Finanzüberblick', Language: 'de' });
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
});

test('a company reads its cash flow, what is to be expected, and each kind of booking, in English', async () => {
  const { text } = await read(await renderReport(companyData('Name'), 'en', MADE));
  for (const part of ['Cash flow', 'What is to be expected', 'Liquidity', 'Risk signs', 'Foreign payments', 'Cash']) {
    expect(text).toContain(part);
  }
  expect(text).toMatch(/Made of transactions of \d+ \w+ \d{4} to \d+ \w+ \d{4}\./);
  expect(text).not.toMatch(/undefined|NaN|null|Infinity|Invalid/);
});

test('the same data gives the same bytes, and names change nothing else', async () => {
  const [once, again] = [
    await renderReport(personData('A'), 'en', MADE),
    await renderReport(personData('A'), 'en', MADE),
  ];
  expect(once.equals(again)).toBe(true);
  const hostile = await read(await renderReport(personData(`<script>${'x'.repeat(5000)}`), 'en', MADE));
  expect(hostile.pages).toBeLessThan(8);
});
