/** CAMT documents for tests, in the two versions that German banks write. */

export type CamtVersion = '02' | '08';

/** A document of one statement; `inner` is what stands in it behind the account. */
export function camtDocument(inner: string, { version = '08', kind = '053', account = IBAN_ACCOUNT } = {}): string {
  const [root, statement] = kind === '053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrAcctRpt', 'Rpt'];
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.${version}"><${root}>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2025-01-03T20:00:00</CreDtTm></GrpHdr>
<${statement}><Id>S1</Id>${account}
${inner}
</${statement}></${root}></Document>
`;
}

export const IBAN_ACCOUNT = `<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Erika Muster</Nm></Ownr>
<Svcr><FinInstnId><BICFI>COBADEFFXXX</BICFI><Nm>Commerzbank</Nm></FinInstnId></Svcr></Acct>`;

export const balance = (code: string, amount: string, mark: string, date: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;

interface EntryFields {
  amount?: string;
  mark?: 'CRDT' | 'DBIT';
  status?: string;
  more?: string;
  details?: string;
  version?: CamtVersion;
}

export function entry({
  amount = '12.34',
  mark = 'DBIT',
  status = 'BOOK',
  more = '',
  details = '',
  version = '08',
}: EntryFields): string {
  const state = version === '02' ? status : `<Cd>${status}</Cd>`;
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd>${more}<Sts>${state}</Sts>
<BookgDt><Dt>2025-01-03</Dt></BookgDt><ValDt><Dt>2025-01-04</Dt></ValDt><AcctSvcrRef>R1</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn><Prtry><Cd>NDDT+105+00931</Cd></Prtry></BkTxCd>
<NtryDtls>${details}</NtryDtls><AddtlNtryInf>Basislastschrift</AddtlNtryInf></Ntry>`;
}
