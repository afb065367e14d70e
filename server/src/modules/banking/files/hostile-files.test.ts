import { describe, expect, test } from 'vitest';
import { type BankFileError, fileOfBytes } from './bank-file.ts';
import { camtDocument, entry } from './camt/camt.testing.ts';
import { faultOf, readFiles, readText, textFile } from './files.testing.ts';
import { zipOf } from './zip/zip.testing.ts';

const HEADINGS = 'Buchungstag;Verwendungszweck;Betrag';
const ROW = '02.01.2025;Miete;-750,00';
const CSV = `${HEADINGS}\n${ROW}\n`;
const bytes = (text: string, encoding: BufferEncoding = 'latin1') => Buffer.from(text, encoding);
const faultOfBytes = (content: Uint8Array, name = 'file.txt') => faultOf(readFiles([fileOfBytes(name, content)]));

describe('what is no statement is called by its name', () => {
  test.each<[string, Buffer, RegExp]>([
    ['an empty file', bytes(''), /^is empty$/],
    ['blanks', bytes(' \r\n\t\n'), /nothing but blanks/],
    ['PDF', bytes('%PDF-1.7\n%\xe2\xe3'), /is a PDF document/],
    ['XLS', bytes('\xd0\xcf\x11\xe0\xa1\xb1'), /old Excel workbook/],
    ['XLSX', zipOf([{ name: '[Content_Types].xml', content: bytes('<Types/>') }]), /Excel workbook \(XLSX\)/],
    ['an image', bytes('\x89PNG\r\n\x1a\n'), /is an image/],
    ['gzip', bytes('\x1f\x8b\x08\x00'), /gzip/],
    ['a web page', bytes('<!DOCTYPE html><html><body>Login</body></html>'), /web page/],
    ['JSON', bytes('{"accounts":[]}'), /is JSON/],
    ['other XML', bytes('<?xml version="1.0"?><invoice/>'), /its root is <invoice>/],
    [
      'CAMT.054',
      bytes('<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"/>'),
      /CAMT\.054/,
    ],
    [
      'a payment order',
      bytes('<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"/>'),
      /payment order/,
    ],
    ['MT942', bytes(':20:X\r\n:25:1/2\r\n:28C:1\r\n:34F:EUR0,\r\n'), /MT942/],
    ['bytes', Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7919) % 256)), /./],
    ['prose', bytes('Dear customer,\n\nplease find enclosed nothing.\n'), /no line of headings was found/],
  ])('%s', async (_, content, reason) => {
    expect((await faultOfBytes(content)).reason).toMatch(reason);
  });
});

describe('XML', () => {
  const document = camtDocument(entry({}));
  const withDoctype = (doctype: string, text = document) => text.replace('<Document', `${doctype}\n<Document`);

  test('a billion laughs', async () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const bomb = withDoctype(
      `<!DOCTYPE Document [<!ENTITY l0 "ha">${entities}]>`,
      document.replace('Erika Muster', '&l9;'),
    );
    const { line, reason } = await faultOf(readText(bomb));
    expect([line, reason]).toEqual([2, 'contains a document type declaration, which is refused']);
  });

  test('an external entity', async () => {
    const text = withDoctype(
      '<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      document.replace('Erika Muster', '&x;'),
    );
    expect((await faultOf(readText(text))).reason).toContain('document type');
  });

  test('an entity that nobody declared', async () => {
    expect((await faultOf(readText(document.replace('Erika Muster', '&x;')))).reason).toMatch(
      /is no well-formed XML: .*entity/i,
    );
  });

  test('a document type in OFX', async () => {
    const ofx = '<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>\n<!DOCTYPE OFX [<!ENTITY a "b">]>\n<OFX></OFX>';
    expect((await faultOf(readText(ofx))).reason).toContain('document type');
    expect((await faultOf(readText('OFXHEADER:100\n\n<OFX><!ENTITY a "b"></OFX>'))).reason).toMatch(/refused|cut off/);
  });

  test('a booking of elements without end, in OFX', async () => {
    const booking = (fields: string) => `<OFX><STMTRS><BANKACCTFROM><ACCTID>1</BANKACCTFROM><STMTTRN>${fields}`;
    const sgml = `OFXHEADER:100\n\n${booking('<MEMO>x'.repeat(20_000))}`;
    const xml = `<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>\n${booking('<MEMO>x</MEMO>'.repeat(20_000))}`;
    for (const text of [sgml, xml.replace('<ACCTID>1', '<ACCTID>1</ACCTID>')])
      expect((await faultOf(readText(text))).reason).toBe('STMTTRN: has more than 10000 elements');
  });

  test('bytes that are not of the declared encoding', async () => {
    const text = camtDocument(entry({ details: '<TxDtls><RmtInf><Ustrd>Gebühr</Ustrd></RmtInf></TxDtls>' }));
    const { reason } = await faultOfBytes(bytes(text));
    expect(reason).toBe('contains bytes that are no valid UTF-8, which it is declared to be');
    const declared = text.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"');
    expect((await readFiles([textFile(declared, 'a.xml', 'latin1')])).transactions[0]?.purpose).toBe('Gebühr');
    expect((await faultOfBytes(bytes(text.replace('UTF-8', 'KLINGON-1')))).reason).toContain(
      '"KLINGON-1", which is not known',
    );
  });

  test('nesting without end, a text without end, a tag without end', async () => {
    const head = '<?xml version="1.0"?><Document xmlns="camt.053"><BkToCstmrStmt>';
    expect((await faultOf(readText(head + '<a>'.repeat(1_000)))).reason).toContain('nests deeper');
    expect((await faultOfBytes(bytes(`${head}<a>${'x'.repeat(1_000_000)}`))).reason).toContain(
      'a text that does not end',
    );
    expect((await faultOfBytes(bytes(`${head}<a b="${'x'.repeat(3_000_000)}`))).reason).toContain(
      'a tag or a text that does not end',
    );
  });
});

describe('CSV', () => {
  test('ten thousand columns', async () => {
    const wide = Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(';');
    expect(await faultOf(readText(`${wide}\n1;2\n`))).toMatchObject({
      line: 1,
      reason: expect.stringContaining('10000 columns'),
    });
    expect(await faultOf(readText(`${CSV}${wide}\n`))).toMatchObject({
      line: 3,
      reason: expect.stringContaining('10000 columns'),
    });
  });

  test('a line without end', async () => {
    const { line, reason } = await faultOfBytes(bytes(`${CSV}${'x'.repeat(1_000_000)}`));
    expect([line, reason]).toEqual([3, 'the line is longer than 262144 characters']);
  });

  test('quotes without end: a few cost their lines, many the file', async () => {
    const broken = (count: number) => readText(`${CSV}${'"Kaffee\n'.repeat(count)}${ROW}\n`);
    expect((await broken(60)).rejected).toHaveLength(60);
    expect(await faultOf(broken(10_000))).toMatchObject({
      line: 503,
      reason: 'more than 500 quotes are opened and not closed',
    });
  });

  test('lines without end that are no rows', async () => {
    expect(await faultOf(readText(`${CSV}${'so\n'.repeat(5_000)}`))).toMatchObject({
      line: 1003,
      reason: 'more than 1000 lines one after the other are no rows of the table',
    });
  });

  test('one broken place in UTF-8 costs its line', async () => {
    const text = `\ufeff${HEADINGS}\n02.01.2025;Jürgen;1,00\n02.01.2025;Schäfer;2,00\n02.01.2025;Größe;3,00\n`;
    const content = Buffer.from(text);
    content[content.indexOf('ä') + 1] = 0x41;
    const { transactions, rejected } = await readFiles([fileOfBytes('a.csv', content)]);
    expect(transactions.map((t) => t.purpose)).toEqual(['Jürgen', 'Größe']);
    expect(rejected).toEqual([{ file: 'a.csv', line: 3, reason: 'contains bytes that are no valid UTF-8' }]);
  });

  test('zero bytes', async () => {
    expect((await faultOfBytes(bytes(`${CSV}02.01.2025;a\0b;1,00\n`))).reason).toBe(
      'is no text: it contains zero bytes',
    );
  });

  test('cut off in the middle of a line', async () => {
    const reason = 'the file is cut off in the middle of this line';
    expect(await faultOf(readText(`${CSV}03.01.2025;Kaff`))).toEqual({ file: 'file.txt', line: 3, reason });
    expect(await faultOf(readText(`${CSV}03.01.2025;"Kaff`))).toEqual({ file: 'file.txt', line: 3, reason });
  });
});

test('more accounts than anybody has', async () => {
  const rows = Array.from({ length: 5_001 }, (_, n) => `02.01.2025;Miete;-750,00;DE${n + 10_000}0000000000000000`);
  const { reason } = await faultOf(readText(`${HEADINGS};IBAN Auftragskonto\n${rows.join('\n')}\n`));
  expect(reason).toBe('is one account too many: at most 5000 are read at a time');
});

describe('zip', () => {
  const read = (content: Buffer) => readFiles([fileOfBytes('a.zip', content)]);

  test('its files are read, and named with it', async () => {
    const zip = zipOf([
      { name: 'inner/ok.csv', content: bytes(`${CSV}99.99.2025;x;1,00\n`) },
      { name: '__MACOSX/inner/._ok.csv', content: bytes('\0\0') },
      { name: 'inner/camt.xml', content: bytes(camtDocument(entry({}))) },
    ]);
    const { transactions, rejected } = await read(zip);
    expect(transactions).toHaveLength(2);
    expect(rejected).toMatchObject([{ file: 'a.zip/inner/ok.csv', line: 3 }]);
  });

  test.each<[string, Buffer, RegExp]>([
    ['a bomb', zipOf([{ name: 'a.csv', content: Buffer.alloc(20_000_000, 'x') }]), /more than 150 times its size/],
    [
      'many small bombs',
      zipOf(Array.from({ length: 900 }, (_, n) => ({ name: `${n}.csv`, content: Buffer.alloc(1_000_000, 'x') }))),
      /unpacks, with the archives before it, to more than 268435456 bytes/,
    ],
    [
      'a size that is a lie',
      zipOf([{ name: 'a.csv', content: Buffer.alloc(500_000, 'x'), claimedSize: 10 }]),
      /can not be unpacked/,
    ],
    [
      'an archive in an archive',
      zipOf([{ name: 'b.zip', content: zipOf([{ name: 'a.csv', content: bytes(CSV) }]) }]),
      /archive within an archive/,
    ],
    [
      'a path that leads out',
      zipOf([{ name: '../../etc/passwd', content: bytes(CSV) }]),
      /can not be unpacked: invalid relative path/,
    ],
    ['an absolute path', zipOf([{ name: '/etc/passwd', content: bytes(CSV) }]), /can not be unpacked: absolute path/],
    ['an encrypted file', zipOf([{ name: 'a.csv', content: bytes(CSV), encrypted: true }]), /is encrypted/],
    ['a PDF inside', zipOf([{ name: 'a.pdf', content: bytes('%PDF-1.4') }]), /is a PDF/],
    ['no file', zipOf([{ name: '__MACOSX/x', content: bytes('x') }]), /contains no file/],
    [
      '1,001 entries',
      zipOf(Array.from({ length: 1_001 }, (_, n) => ({ name: `${n}`, content: bytes(CSV) }))),
      /has 1001 entries/,
    ],
    [
      'half an archive',
      zipOf([{ name: 'a.csv', content: bytes(CSV.repeat(9)) }]).subarray(0, 60),
      /can not be unpacked/,
    ],
  ])('%s', async (_, content, reason) => {
    expect((await faultOf(read(content))).reason).toMatch(reason);
  });

  test('several archives that together unpack to too much', async () => {
    const small = zipOf([{ name: 'a.csv', content: bytes(`${HEADINGS}\n${`${ROW}\n`.repeat(20_000)}`) }]);
    const large = Array.from({ length: 268 }, (_, n) => ({
      name: `${n}`,
      content: bytes('x'),
      claimedSize: 1_000_000,
    }));
    const files = [fileOfBytes('a.zip', small), fileOfBytes('b.zip', zipOf(large))];
    expect(await faultOf(readFiles(files))).toMatchObject({
      file: 'b.zip',
      reason: expect.stringMatching(/268435456/),
    });
  });

  test('a bit that turned is noticed wherever it changes what is read', async () => {
    const zip = zipOf([{ name: 'a.csv', content: bytes(HEADINGS + `\n${ROW}`.repeat(50)) }]);
    const [whole, faults] = [await read(zip), new Set<unknown>()];
    for (let at = 30 + 'a.csv'.length; at < zip.indexOf('PK\x01\x02'); at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const damaged = Buffer.from(zip);
        damaged[at] = (damaged[at] as number) ^ (1 << bit);
        const taken = await read(damaged).catch((error: BankFileError) => void faults.add(error.file));
        if (taken) expect(taken, `bit ${bit} of byte ${at}`).toEqual(whole);
      }
    }
    expect([...faults]).toEqual(['a.zip/a.csv']);
  });
});
