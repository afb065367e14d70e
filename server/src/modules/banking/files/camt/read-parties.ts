/** Who stands on the other side of a CAMT entry. */
import type { PaymentPartner } from '../../banking.types.ts';
import { cleanCode, partnerOf } from '../statement-text.ts';
import { type Element, find, textAt } from '../xml/element.ts';

/** `TxDtls` → the partner: the debtor of what came in, the creditor of what went out; a returned payment has them swapped. */
export function readPartner(details: Element | null, isIncoming: boolean): PaymentPartner | null {
  const parties = find(details, 'RltdPties');
  const agents = find(details, 'RltdAgts');
  const side = isIncoming ? 'Dbtr' : 'Cdtr';
  const account = find(parties, `${side}Acct`);
  const agent = find(agents, `${side}Agt`, 'FinInstnId');
  const named = partnerOf({
    name: nameOf(find(parties, side)) ?? nameOf(find(parties, `Ultmt${side}`)),
    account: textAt(account, 'Id', 'IBAN') ?? textAt(account, 'Id', 'Othr', 'Id'),
    bank: textAt(agent, 'BIC') ?? textAt(agent, 'BICFI') ?? textAt(agent, 'ClrSysMmbId', 'MmbId'),
    creditorId: isIncoming ? null : creditorIdOf(parties),
  });
  return named;
}

/** `.001.02` has the name in the party itself, `.001.08` in `Pty` or `Agt`. */
function nameOf(party: Element | null): string | null {
  return textAt(party, 'Nm') ?? textAt(party, 'Pty', 'Nm') ?? textAt(party, 'Agt', 'FinInstnId', 'Nm');
}

function creditorIdOf(parties: Element | null): string | null {
  const creditor = find(parties, 'Cdtr');
  const id = find(creditor, 'Id') ?? find(creditor, 'Pty', 'Id');
  return cleanCode(textAt(id, 'PrvtId', 'Othr', 'Id') ?? textAt(id, 'OrgId', 'Othr', 'Id'));
}

/** Who the payment is finally of or for, when that is somebody else than the partner. */
export function ultimateParty(
  details: Element | null,
  isIncoming: boolean,
  partner: PaymentPartner | null,
): string | null {
  const name = nameOf(find(details, 'RltdPties', isIncoming ? 'UltmtDbtr' : 'UltmtCdtr'));
  return name && name !== partner?.name ? name : null;
}
