/** The bank's own page of the redirect form: who are you, and may Kontor read your accounts? */
import { checkPin, conclude } from './authorisations.ts';
import { type Authorisation, type Bank, type BankCall, BankNo, type BankReply, type Consent } from './bank.types.ts';
import { textsIn } from './bank-texts.ts';
import { customerOf } from './customers.ts';

type Texts = ReturnType<typeof textsIn>;
type Problem = 'wrong' | 'locked';

export function authorisePage(bank: Bank, call: BankCall): BankReply {
  const { consent, authorisation } = openByPage(bank, call);
  const texts = textsIn(consent.language);
  const isOpen = authorisation.scaStatus === 'received';
  return page(consent, isOpen ? formOf(texts, null, '') : `<p>${texts.decided}</p>`);
}

/** The form was sent: back to where the customer came from, with a yes or a no. */
export function decideOnPage(bank: Bank, call: BankCall): BankReply {
  const { consent, authorisation } = openByPage(bank, call);
  const form = new URLSearchParams(call.body);
  const userName = form.get('userName') ?? '';
  if (authorisation.scaStatus === 'received') {
    if (form.get('decision') === 'yes') {
      const customer = customerOf(userName);
      const problem = customer ? whyNot(bank, customer, form.get('pin') ?? '') : 'wrong';
      if (!customer || problem) return page(consent, formOf(textsIn(consent.language), problem, userName));
      consent.userName = customer.userName;
      conclude(bank, consent, authorisation, customer.fault !== 'refused');
    } else {
      conclude(bank, consent, authorisation, false);
    }
  }
  const address = authorisation.scaStatus === 'finalised' ? consent.redirectUri : consent.nokRedirectUri;
  return { status: 303, headers: { location: address ?? consent.redirectUri ?? '' } };
}

function whyNot(bank: Bank, customer: NonNullable<ReturnType<typeof customerOf>>, pin: string): Problem | null {
  try {
    checkPin(bank, customer, pin);
    return null;
  } catch (error) {
    if (!(error instanceof BankNo)) throw error;
    return error.message === 'SERVICE_BLOCKED' ? 'locked' : 'wrong';
  }
}

/** The page is addressed by the authorisation: it is the only id that the browser learns. */
function openByPage(bank: Bank, call: BankCall): { consent: Consent; authorisation: Authorisation } {
  const id = call.path[1];
  const consent = Object.values(bank.memory.consents).find(
    (known) => known.authorisation?.id === id && known.bankId === call.bankId,
  );
  if (!consent?.authorisation) throw new BankNo(404, 'RESOURCE_UNKNOWN');
  return { consent, authorisation: consent.authorisation };
}

function formOf(texts: Texts, problem: Problem | null, userName: string): string {
  const alert = problem ? `<p role="alert">${texts[problem]}</p>` : '';
  return `${alert}<p>${texts.wish}</p>
<form method="post">
<label>${texts.userName} <input name="userName" autocomplete="username" value="${escape(userName)}"></label>
<label>PIN <input name="pin" type="password" autocomplete="current-password"></label>
<button name="decision" value="yes">${texts.yes}</button>
<button name="decision" value="no" formnovalidate>${texts.no}</button>
</form>`;
}

function page({ validUntil, language }: Consent, content: string): BankReply {
  const texts = textsIn(language);
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      // No `form-action`: browsers apply it to where the form leads in the end, which is the caller's page.
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 26rem; padding: 2rem 1rem }
h1 { font-size: 1.3rem } label { display: block; margin: 1rem 0 }
input { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .5rem }
button { font: inherit; padding: .6rem 1.2rem; margin: .5rem .5rem 0 0 } [role=alert] { color: #b91c1c }
@media (prefers-color-scheme: dark) { [role=alert] { color: #fca5a5 } }
</style></head>
<body><main><h1>Sandbox Bank</h1>${content}<p><small>${texts.footer(validUntil)}</small></p></main></body></html>`,
  };
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
