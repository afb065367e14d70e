import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableDocument } from '../source.types.ts';
import { readFile } from './read-file.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readQuestionsCsv } from './read-questions-csv.ts';

const page = `<!doctype html><html lang="de-DE"><head><title>Hilfe – Bank</title><link rel="canonical" href="/hilfe/karte">
<style>p{color:red}</style></head><body>
<nav><a href="/">Start</a><a href="/preise">Preise</a></nav><div class="cookie-banner">Wir nutzen Cookies</div>
<main><h1>Karte&nbsp;verloren?</h1><p>Sperren Sie sie <b>sofort</b>.<br>Rund um die Uhr.</p>
<ul><li>In der App<ul><li>Karten</li></ul></li><li>Per Telefon</li></ul>
<table><tr><th>Art</th><th>Preis</th></tr><tr><td>Ersatz</td><td>10&nbsp;EUR</td></tr></table>
<div hidden>versteckt</div><a href="mailto:x@y.z">Mail</a> <a href="../konto#a">Konto</a><script>alert(1)</script></main>
<footer>Impressum</footer></body></html>`;

describe('a page', () => {
  const read = readHtml(page, 'https://bank.example/hilfe/lost?x=1');

  test('is read without what stands around its text', () => {
    expect(read.title).toBe('Karte verloren?');
    expect(read.paragraphs).toEqual([
      '# Karte verloren?',
      'Sperren Sie sie sofort.\nRund um die Uhr.',
      '- In der App\n  - Karten\n- Per Telefon',
      'Art | Preis\nErsatz | 10 EUR',
      'Mail Konto',
    ]);
    expect([read.language, read.canonicalUrl]).toEqual(['de', 'https://bank.example/hilfe/karte']);
  });

  test('names the pages that it links to, once, without fragments', () => {
    expect(
      readHtml('<a href="/a#1">x</a><a href="a">y</a><a href="javascript:x">z</a>', 'https://b.example/').links,
    ).toEqual(['https://b.example/a']);
  });

  test('takes time in proportion to its length, however its parts stand in each other', () => {
    const nested = (tag: string, depth: number) => `<${tag}>`.repeat(depth) + '<p>some words</p>'.repeat(4_000);
    const time = (depth: number) => {
      const startedMs = performance.now();
      readHtml(nested('article', depth), null);
      return performance.now() - startedMs;
    };
    time(1);
    // Quadratic in the depth it would take hundreds of times as long.
    expect(time(800)).toBeLessThan(20 * Math.max(time(1), 20));
  });

  test('keeps a table in a cell of a table as text of the cell', () => {
    const table = '<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>';
    expect(readHtml(table, null).paragraphs).toEqual(['ab | c']);
  });

  test('of any bytes never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void readHtml(`<p>${text}`, null)));
  });
});

describe('Markdown', () => {
  test('is read block by block', () => {
    const source = '---\ntitle: x\n---\n# One\ntext\nmore\n\nTwo\n---\n```\na\n\nb\n```\n- x\n- y\n';
    expect(readMarkdown(source)).toEqual({
      title: 'One',
      paragraphs: ['# One', 'text\nmore', '## Two', '```\na\n\nb\n```', '- x\n- y'],
      language: null,
    });
  });
});

describe('a table of questions', () => {
  test('becomes headings with answers, whatever the columns are called and how they are separated', () => {
    expect(readQuestionsCsv('\uFEFFNr;Frage;Antwort\n1;"Was kostet\nes?";Nichts.\n2;;leer').paragraphs).toEqual([
      '## Was kostet es?',
      'Nichts.',
    ]);
  });

  test('without these columns says what it needs', () => {
    expect(() => readQuestionsCsv('name,age\nx,1')).toThrow(/question,answer/);
  });
});

describe('a file', () => {
  const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

  test('in another charset is read as it was meant', async () => {
    expect((await readFile('a.txt', bytes('Gebühr', 'latin1'))).paragraphs).toEqual(['Gebühr']);
    expect((await readFile('a.txt', bytes('\uFEFFGebühr', 'utf16le'))).paragraphs).toEqual(['Gebühr']);
  });

  test('of Word is read with its headings', async () => {
    const { kind, paragraphs } = await readFile('a.docx', docx('Gebühren', 'Ein Ersatz kostet 10 EUR.'));
    expect([kind, paragraphs]).toEqual(['docx', ['# Gebühren', 'Ein Ersatz kostet 10 EUR.']]);
  });

  test.each([
    ['empty.md', '', /empty/],
    ['a.xlsx', 'PK\u0003\u0004', /not read/],
    ['a.docx', 'PK\u0003\u0004broken', /damaged/],
    ['a.docx', 'no zip', /not read/],
    ['a.pdf', '%PDF-1.7 broken', /damaged/],
    ['a.exe', 'MZ', /not read/],
  ])('that can not be read says why: %s', async (name, text, message) => {
    await expect(readFile(name, bytes(text, 'latin1'))).rejects.toThrow(message);
    await expect(readFile(name, bytes(text, 'latin1'))).rejects.toBeInstanceOf(UnreadableDocument);
  });
});

/** The smallest Word document: a heading and a paragraph. */
function docx(heading: string, text: string): Buffer {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const paragraph = (content: string, style = '') => `<w:p>${style}<w:r><w:t>${content}</w:t></w:r></w:p>`;
  const body = paragraph(heading, '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>') + paragraph(text);
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="${w}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  });
}

test('a Word document that unpacks to more than anybody writes is refused, also when it lies about its size', async () => {
  const big = ' '.repeat(101 * 1024 * 1024);
  await expect(readFile('a.docx', zip({ 'word/document.xml': big }))).rejects.toThrow('unpacks to more than 100 MB');
  const lying = zip({ 'word/document.xml': big });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(big.length);
  for (let at = lying.indexOf(size); at !== -1; at = lying.indexOf(size, at + 1)) lying.writeUInt32LE(1_000, at);
  await expect(readFile('a.docx', lying)).rejects.toThrow('damaged');
});

/** A zip archive by hand (APPNOTE 4.3): local headers with their data, then the central directory. */
function zip(files: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [data, raw] = [deflateRawSync(text), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
