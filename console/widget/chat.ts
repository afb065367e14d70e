/** The chat in its frame. What it keeps over a load of the page is the session, in the frame's own `sessionStorage`. */
import './chat.css';
import type { ToFrame, ToPage } from './between.ts';
import { type Message, Refused, readConversation, say } from './talk.ts';
import { type Bubble, bubble, element } from './view.ts';
import { wordsIn } from './words.ts';

const { at = '', origins = '', title = '', greeting = '' } = document.body.dataset;
const language = document.documentElement.lang;
const words = wordsIn(language);
const allowed = new Set(origins.split(' '));
const KEY = `kontor-session:${at}`;
/** How often it looks for what a person wrote: often while one is expected, seldom otherwise. */
const SOON_MS = 3_000;
const LATER_MS = 20_000;

let customerToken: string | null = null;
let session: string | null = sessionStorage.getItem(KEY);
let isBusy = false;
let isOpen = false;
let withPerson = false;
let unread = 0;
let last: Bubble | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** What was not sent for certain, with the key by which it is stored once. */
let unsent: { content: string; messageKey: string } | null = null;
const shown = new Set<string>();

const list = element('ol', { role: 'log', 'aria-label': title, tabindex: '0' });
const status = element('p', { role: 'status', class: 'status' });
const problem = element('div', { role: 'alert', class: 'problem' });
const field = element('textarea', { id: 'message', rows: '1', maxlength: '20000', placeholder: words.placeholder });
const sendButton = element('button', { type: 'submit', class: 'send' }, words.send);
const form = element('form', {}, element('label', { for: 'message', class: 'hidden' }, words.label), field, sendButton);
const closeButton = element('button', { type: 'button', class: 'close', 'aria-label': words.close }, '×');
document.body.append(
  element('header', {}, element('h1', {}, title), closeButton),
  element('main', {}, list, status, problem),
  form,
);
greet();

function greet() {
  show({ id: '', from: 'bot', author: null, message: greeting, choices: [], sources: [], at: Date.now() });
}

/** Puts a message at the end of the list, unless it is there. */
function show(message: Message): Bubble | null {
  if (shown.has(message.id)) return null;
  shown.add(message.id);
  last?.settle();
  last = bubble(message, words, language, (choice) => void send(choice));
  list.append(last.item);
  list.scrollTop = list.scrollHeight;
  return last;
}

async function send(content: string) {
  if (isBusy || content.trim() === '') return;
  begin();
  const messageKey = unsent?.content === content ? unsent.messageKey : crypto.randomUUID();
  unsent = { content, messageKey };
  let answering: Bubble | null = null;
  let pending: Bubble | null = show(draft('visitor', content));
  try {
    await say(
      at,
      { content, session, customerToken, messageKey },
      {
        onSession: keep,
        onMessage: ({ id }) => {
          shown.add(id);
          pending = null;
          unsent = null;
          field.value = field.value.trim() === content.trim() ? '' : field.value;
        },
        onText: (text) => {
          answering ??= show(draft('bot', ''));
          answering?.item.setAttribute('aria-busy', 'true');
          answering?.write(text);
          list.scrollTop = list.scrollHeight;
        },
        onReply: (reply) => {
          answering?.item.remove();
          show(reply);
        },
      },
    );
    end();
    await look();
  } catch (error) {
    end();
    // What was stored is answered all the same: it is found by looking.
    if (!pending) return plan(SOON_MS);
    pending.item.remove();
    tellProblem(error instanceof Refused ? error.code : 'broken', content);
  }
}

/** Something that is not stored yet. */
const draft = (from: Message['from'], message: string): Message => ({
  id: crypto.randomUUID(),
  from,
  author: null,
  message,
  choices: [],
  sources: [],
  at: Date.now(),
});

function begin() {
  isBusy = true;
  clearTimeout(timer);
  problem.replaceChildren();
  sendButton.disabled = true;
  status.textContent = withPerson ? '' : `${words.bot} ${words.writing}`;
}

function end() {
  isBusy = false;
  sendButton.disabled = false;
  status.textContent = withPerson ? words.waiting : '';
}

function tellProblem(code: string, content: string) {
  if (code === 'widget_session_ended') {
    forget();
    status.textContent = words.ended;
    void send(content);
    return;
  }
  const known: Record<string, string> = {
    offline: words.offline,
    conversation_busy: words.busy,
    customer_token_invalid: words.unknown,
    ambiguous_customer: words.unknown,
    rate_limited: words.tooMany,
  };
  const again = element('button', { type: 'button' }, words.retry);
  again.addEventListener('click', () => void send(content));
  problem.replaceChildren(element('p', {}, known[code] ?? words.broken), again);
  field.value ||= content;
}

function keep(next: string) {
  session = next;
  sessionStorage.setItem(KEY, next);
}

function forget() {
  session = null;
  withPerson = false;
  sessionStorage.removeItem(KEY);
}

/** Shows what was said since: by a person, or before the page was loaded. */
async function look() {
  clearTimeout(timer);
  if (session === null || isBusy) return;
  try {
    const conversation = await readConversation(at, { session, customerToken });
    if (isBusy) return;
    const fresh = conversation.messages.filter(({ id }) => !shown.has(id));
    for (const message of fresh) show(message);
    withPerson = conversation.withPerson;
    status.textContent = withPerson ? words.waiting : '';
    count(fresh.filter(({ from }) => from !== 'visitor').length);
  } catch (error) {
    if (error instanceof Refused && error.code === 'widget_session_ended') return restart();
  }
  plan(withPerson ? SOON_MS : LATER_MS);
}

const plan = (afterMs: number) => {
  clearTimeout(timer);
  timer = setTimeout(() => void look(), afterMs);
};

function count(more: number) {
  unread = isOpen ? 0 : unread + more;
  if (!isOpen && more > 0) toPage({ kontor: 'unread', count: unread });
}

/** Another visitor, or none: what the one before said is no longer shown. */
function restart() {
  forget();
  clearTimeout(timer);
  shown.clear();
  list.replaceChildren();
  problem.replaceChildren();
  status.textContent = '';
  greet();
}

/** Only to pages that may show it. */
function toPage(message: ToPage) {
  for (const origin of allowed) if (origin) parent.postMessage(message, origin);
}

addEventListener('message', ({ origin, source, data }: MessageEvent<ToFrame>) => {
  if (source !== parent || !allowed.has(origin)) return;
  if (data.kontor === 'identify') {
    const hasChanged = customerToken !== null && subjectOf(customerToken) !== subjectOf(data.token);
    customerToken = data.token;
    if (hasChanged) restart();
    else void look();
  }
  if (data.kontor === 'opened') {
    isOpen = true;
    unread = 0;
    field.focus();
  }
});

/** Whom a token speaks of; a renewed one speaks of the same. Only the server can tell whether it is true. */
function subjectOf(token: string | null): string {
  try {
    const claims = JSON.parse(atob((token?.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')));
    return `${claims.sub ?? ''} ${claims.email ?? ''}`;
  } catch {
    return '';
  }
}

function close() {
  isOpen = false;
  toPage({ kontor: 'close' });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void send(field.value);
});
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void send(field.value);
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
});
closeButton.addEventListener('click', close);
toPage({ kontor: 'ready' });
