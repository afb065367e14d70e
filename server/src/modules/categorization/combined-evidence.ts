import type { BookingView } from './booking-view.ts';
import type { Candidate } from './candidates.ts';
import { categoryOf } from './taxonomy/categories.ts';

/** What a company or a person writes when a bill is paid; `im Auftrag` names only who sends the money. */
const invoiceWords =
  /\b(rechnung(en|s?[-. ]?(nr|nummer|betrag|datum))?\b|r(e|g)[-. ]*nr\b|rg\b|re[-.: ]*\d+|invoice|inv[-.: ]*\d+|honorar|(?<!\bi[mn] )auftrag)/i;

/** Money that an authority gives and does not owe for work, whatever numbers stand beside it. */
const grantWords =
  /zuschu(ss|ß|e|ü)|zuwendung|f(ö|oe)rder(ung|mittel|bescheid)|beihilfe|subvention|(br(ü|ue)ckungs|sofort|wirtschafts|neustart|november|dezember|corona)[- ]?hilfe|erstatt|r(ü|ue)ckz|geld(er)?\b|\bkug\b|rente\b|grant|subsidy|refund|benefit/i;

const isPaidByAuthority = (category: string): boolean =>
  category === 'civil_service_pay' || category === 'state_pension' || categoryOf(category).tags.includes('benefit');

/** Towns, offices and insurers of the state buy as well: what they pay a company on its invoice is no benefit. */
const invoicePaid = (best: Candidate, view: BookingView): Candidate | null => {
  if (!view.incoming || !isPaidByAuthority(best.category)) return null;
  const { purpose } = view.statement;
  const invoice = invoiceWords.exec(purpose)?.[0];
  if (!invoice || grantWords.test(purpose)) return null;
  const reason = `${best.reason}, and the purpose says “${invoice}”`;
  return { ...best, category: 'revenue', weight: 92, evidence: 'phrase', reason };
};

const factoring = /factoring|delkredere/i;
const feeWords = /geb(ü|ue)hr|entgelt|provision|kosten|\bfees?\b|abrechnung|delkredere/i;

/**
 * A factor takes a fee from the company that sells it claims, and collects the invoices of the company's suppliers.
 * Financiers that lease as well are known for leasing.
 */
const factoringPaid = (best: Candidate, view: BookingView): Candidate | null => {
  const { purpose } = view.statement;
  if (view.incoming || !(factoring.test(view.rawPartner ?? '') || factoring.test(purpose))) return null;
  if (/leasing/i.test(purpose)) return null;
  if (best.evidence === 'return' || categoryOf(best.category).primary === 'banking') return null;
  const isFee = feeWords.test(purpose);
  if (!isFee && best.category !== 'leasing') return null;
  const category = isFee || !invoiceWords.test(purpose) ? 'account_fee' : 'supplier_payment';
  return { ...best, category, weight: 92, evidence: 'phrase', reason: 'The booking says “factoring”' };
};

const chamber = /\b(ihk|hwk)\b|\p{L}{4}kammer\b/iu;
const chamberDues = /beitrag|beitr(ä|ae)ge|bescheid|umlage/i;
const teaching = /pr(ü|ue)f|lehrgang|seminar|kurs|bildung|azubi|akademie|teilnahme|zertifikat/i;

/** Chambers of a trade teach and examine, and collect dues from their members. */
const chamberDuesPaid = (best: Candidate, view: BookingView): Candidate | null => {
  if (view.incoming || view.isPerson || best.evidence === 'return') return null;
  const partner = view.rawPartner ?? '';
  const { purpose } = view.statement;
  const dues = chamberDues.exec(purpose)?.[0];
  if (!dues || !chamber.test(partner) || teaching.test(`${partner} ${purpose}`)) return null;
  const reason = `“${partner}” is a chamber, and the purpose says “${dues}”`;
  return { ...best, category: 'membership', weight: 93, evidence: 'phrase', reason, merchant: null };
};

const clawback = /r(ü|ue)ck(ruf|forder|zahl|(ü|ue)berw|buch)|(ü|ue)berzahl|zu ?viel|storno/i;

/** A person sends wages back: nobody received a gift, and nobody was paid. */
const wagesReturned = (best: Candidate, view: BookingView): Candidate | null => {
  if (view.incoming || best.category !== 'payroll') return null;
  const said = clawback.exec(`${view.statement.purpose} ${view.bookingText}`)?.[0];
  if (!said) return null;
  return { ...best, category: 'other_transfer_out', weight: 92, reason: `${best.reason} and “${said}”` };
};

/** What two things in a booking say together and neither says alone; null: nothing that changes the decision. */
export const combinedEvidence = (best: Candidate, view: BookingView, isCompany: boolean): Candidate | null =>
  isCompany
    ? (invoicePaid(best, view) ?? factoringPaid(best, view) ?? chamberDuesPaid(best, view))
    : (chamberDuesPaid(best, view) ?? wagesReturned(best, view));
