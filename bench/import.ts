/**
 * Claim: a CAMT.053 file of 50 MB is imported while the server stays below 300 MB resident, and importing it again adds
 * nothing. At the very first start and at once, while the demo's bot is trained and its users are analysed.
 */
import { createWriteStream, openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BenchClient } from './harness/api-client.ts';
import { createUser } from './harness/five-steps.ts';
import { report } from './harness/report.ts';
import { createDataDir, type RunningKontor, removeDataDir } from './harness/running-kontor.ts';
import { megabytes, round } from './harness/statistics.ts';
import { withKontor } from './harness/with-kontor.ts';

const FILE_BYTES = 50 * 1024 * 1024;
/** How often all processes are counted together. */
const SAMPLE_MS = 500;

// Written before the start, so that nothing lies between that and the import.
const folder = await createDataDir();
const path = join(folder, 'statement.xml');
const entries = await writeCamt(path);
try {
  await withKontor(measure);
} finally {
  await removeDataDir(folder);
}

async function measure(kontor: RunningKontor, client: BenchClient): Promise<void> {
  const userId = await createUser(client, 'person');
  const send = async () => {
    const form = new FormData();
    form.append('file', await openAsBlob(path), 'statement.xml');
    const startMs = performance.now();
    const response = await fetch(`${kontor.url}/api/users/${userId}/banking/import`, {
      method: 'POST',
      headers: { authorization: await client.authorization() },
      body: form,
    });
    const answer = (await response.json()) as { imported: number; duplicates: number };
    if (response.status !== 201) throw new Error(JSON.stringify(answer));
    return { ...answer, ms: performance.now() - startMs };
  };
  let most = 0;
  const sample = async () => {
    most = Math.max(most, await kontor.allProcessesBytes());
  };
  const sampling = setInterval(() => void sample(), SAMPLE_MS);
  const first = await send();
  const peakBytes = await kontor.peakResidentBytes();
  const again = await send();
  clearInterval(sampling);
  const peakAgainBytes = await kontor.peakResidentBytes();
  if (first.imported !== entries || again.duplicates !== entries || again.imported !== 0) {
    throw new Error(
      `${entries} entries, ${first.imported} imported, then ${again.imported} and ${again.duplicates} duplicates`,
    );
  }
  report('import', {
    fileMb: megabytes(FILE_BYTES),
    transactions: entries,
    importMs: round(first.ms),
    againMs: round(again.ms),
    peakResidentMb: { value: megabytes(peakBytes), atMost: 300 },
    peakAgainResidentMb: { value: megabytes(peakAgainBytes), atMost: 300 },
    allProcessesMb: megabytes(most),
    idleResidentMb: megabytes(await idleBytes(kontor)),
  });
}

/** When what a first start has to do is done. */
async function idleBytes(kontor: RunningKontor): Promise<number> {
  await kontor.rests();
  return kontor.residentBytes();
}

/** A statement of one account as a German bank writes it; answers how many entries it has. */
async function writeCamt(to: string): Promise<number> {
  let written = 0;
  function* text() {
    let bytes = 0;
    yield `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
<Stmt><Id>S</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>\n`;
    while (bytes < FILE_BYTES) {
      const entry = entryOf(written);
      written += 1;
      bytes += entry.length;
      yield entry;
    }
    yield '</Stmt></BkToCstmrStmt></Document>\n';
  }
  await pipeline(Readable.from(text()), createWriteStream(to));
  return written;
}

function entryOf(n: number): string {
  const date = new Date(Date.UTC(2023, 0, 1 + Math.floor(n / 50))).toISOString().slice(0, 10);
  const amount = `${(n * 7919) % 5000}.${String((n * 31) % 100).padStart(2, '0')}`;
  return `<Ntry>
  <NtryRef>${n}</NtryRef>
  <Amt Ccy="EUR">${amount}</Amt>
  <CdtDbtInd>${n % 9 === 0 ? 'CRDT' : 'DBIT'}</CdtDbtInd>
  <Sts><Cd>BOOK</Cd></Sts>
  <BookgDt><Dt>${date}</Dt></BookgDt>
  <ValDt><Dt>${date}</Dt></ValDt>
  <AcctSvcrRef>2023${String(n).padStart(12, '0')}</AcctSvcrRef>
  <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn><Prtry><Cd>NDDT+105+00931</Cd><Issr>DK</Issr></Prtry></BkTxCd>
  <NtryDtls><TxDtls>
    <Refs><EndToEndId>E2E-${n}</EndToEndId><MndtId>MANDATE-${n % 200}</MndtId></Refs>
    <RltdPties>
      <Dbtr><Pty><Nm>Erika Mustermann</Nm></Pty></Dbtr>
      <Cdtr><Pty><Nm>Partner Nummer ${n % 200} GmbH</Nm><Id><PrvtId><Othr><Id>DE98ZZZ09999999999</Id></Othr></PrvtId></Id></Pty></Cdtr>
      <CdtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></CdtrAcct>
    </RltdPties>
    <RltdAgts><CdtrAgt><FinInstnId><BICFI>BYLADEM1001</BICFI></FinInstnId></CdtrAgt></RltdAgts>
    <RmtInf><Ustrd>Rechnung ${n} vom ${date}, Kundennummer ${n % 200}, vielen Dank für Ihren Auftrag</Ustrd></RmtInf>
  </TxDtls></NtryDtls>
  <AddtlNtryInf>SEPA-Basislastschrift</AddtlNtryInf>
</Ntry>\n`;
}
