import { type Html, html } from '#platform/html/html.ts';
import type { ConnectStep, CredentialField } from '../../providers/provider.types.ts';
import { bankHeader } from './bank-mark.ts';
import { heading } from './document.ts';
import { arrowIcon } from './icons.ts';
import { otherBank } from './screen-find-bank.ts';
import { actionForm, alert, foreign, type Screen, type View } from './view.ts';

type StepOf<Kind extends ConnectStep['kind']> = Extract<ConnectStep, { kind: Kind }>;

export function credentialsScreen(view: View, step: StepOf<'credentials'>): Screen {
  const { texts, session } = view;
  const { credentials } = texts;
  const bank = session.bank?.name ?? '';
  const isWrong = step.problem === 'wrong_credentials';
  return {
    title: credentials.title,
    phase: 2,
    body: html`${bankHeader(view)}${heading(credentials.title)}
${isWrong ? alert([credentials.wrong(bank), ' ', attempts(view, step.attemptsLeft)]) : html`<p class="lead">${credentials.lead}</p>`}
${actionForm(
  view,
  'log-in',
  html`${step.fields.map((field) => credentialField(view, field, isWrong))}
<p class="hint lock-line">${credentials.privacy}</p>
<button class="button main">${credentials.go}</button>`,
)}
${session.bank?.provider === 'sandbox' ? html`<p class="demo">${credentials.demo}</p>` : null}
${otherBank(view)}`,
  };
}

/** Never prefilled and never remembered: it is the bank's secret, not ours. */
function credentialField(view: View, { id, label, secret }: CredentialField, isWrong: boolean): Html {
  const name = `credential-${id}`;
  return html`<div class="field"><label for="${name}">${label[view.language]}</label>
<input id="${name}" name="${name}" type="${secret ? 'password' : 'text'}" required maxlength="200" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false"${isWrong ? html` aria-invalid="true"` : null}></div>`;
}

const attempts = (view: View, left: number | undefined): string =>
  left === undefined ? '' : view.texts.attemptsLeft(left);

export function methodScreen(view: View, step: StepOf<'choose-method'>): Screen {
  const { method } = view.texts;
  return {
    title: method.title,
    phase: 2,
    body: html`${bankHeader(view)}${heading(method.title)}
<p class="lead">${method.lead}</p>
${actionForm(
  view,
  'choose-method',
  html`<ul class="banks">${step.methods.map(
    ({ id, name, type }) =>
      html`<li><button class="bank-item" name="method" value="${id}"><span class="bank-name"><strong>${foreign(name)}</strong><small>${method.types[type]}</small></span>${arrowIcon}</button></li>`,
  )}</ul>`,
)}
${otherBank(view)}`,
  };
}

export function codeScreen(view: View, step: StepOf<'enter-code'>): Screen {
  const { code } = view.texts;
  const { codeLength, digitsOnly } = step.challenge;
  const lengthHint = codeLength === null ? null : digitsOnly ? code.digits(codeLength) : code.length(codeLength);
  const isWrong = step.problem === 'wrong_code';
  return {
    title: code.title,
    phase: 2,
    body: html`${bankHeader(view)}${heading(code.title)}
${isWrong ? alert([code.wrong, ' ', attempts(view, step.attemptsLeft)]) : null}
<p class="lead"><strong>${foreign(step.method.name)}</strong>${step.message ? html`<br>${foreign(step.message)}` : null}</p>
${challenge(view, step)}
${actionForm(
  view,
  'enter-code',
  html`<div class="field"><label for="code">${code.label}</label>
<input id="code" class="code" name="code" type="text" required autocomplete="one-time-code" autocapitalize="off" spellcheck="false" maxlength="40"${digitsOnly ? html` inputmode="numeric"` : null}${lengthHint ? html` aria-describedby="code-hint"` : null}${isWrong ? html` aria-invalid="true"` : null}>
${lengthHint ? html`<p class="hint" id="code-hint">${lengthHint}</p>` : null}</div>
<button class="button main">${code.go}</button>`,
)}
${restart(view)}`,
  };
}

/** PNG as base64, as the bank sent it; anything else is not shown. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

function challenge(view: View, { challenge: shown }: StepOf<'enter-code'>): Html | null {
  const { code } = view.texts;
  const image = shown.imagePng?.replace(/\s/g, '') ?? '';
  return html`${BASE64.test(image) ? html`<p class="challenge"><img src="data:image/png;base64,${image}" alt="${code.image}" width="240" height="240"></p>` : null}
${shown.text ? html`<p class="challenge"><span>${code.challenge}</span><code>${shown.text}</code></p>` : null}`;
}

/** What is left when neither a code nor an approval comes. */
export const restart = (view: View): Html =>
  html`<div class="aside-row">${actionForm(view, 'retry', html`<button class="button quiet">${view.texts.code.again}</button>`, 'inline')}${otherBank(view)}</div>`;
