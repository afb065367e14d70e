/**
 * What the page does with a script; everything also works without. It follows what happens elsewhere, searches while one
 * types, holds back a second click, puts the focus where something is to be read, and speaks with the page around it.
 */
const facts = document.body.dataset;

/** To the page that the session was made for, and to no other; `*` where there is nothing to keep from anybody. */
function tell(message) {
  if (window.parent === window || !facts.origin) return;
  window.parent.postMessage({ sessionId: facts.session, ...message }, facts.origin);
}

function focusFirst() {
  const places = [...document.querySelectorAll('[data-focus]')];
  const alert = places.find((place) => place.matches('[role=alert]'));
  (alert ?? places[0])?.focus({ preventScroll: true });
}

/** A form is under way: what comes next is another page. */
let isSent = false;

/** The bank must not get the same code twice because somebody clicked twice. */
function holdBackSecondClicks() {
  document.addEventListener('submit', (event) => {
    if (event.target.method !== 'post' || event.target.target === '_blank') return;
    if (isSent) return event.preventDefault();
    isSent = true;
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  // A page that comes out of the browser's memory may be sent again, and may be old.
  window.addEventListener('pageshow', (event) => {
    isSent = false;
    if (event.persisted) window.location.reload();
  });
}

/** Asks how the session stands until it is no longer what this page shows. */
function follow() {
  const everyMs = Number(facts.pollMs);
  let failures = 0;
  const ask = async () => {
    try {
      const response = await fetch(facts.poll, { credentials: 'same-origin', cache: 'no-store' });
      const state = response.status === 404 ? null : await response.json();
      failures = 0;
      const isSame = state && String(state.version) === facts.version && state.status === facts.status && !state.isNews;
      if (isSent) return;
      if (!isSame) return window.location.reload();
    } catch {
      // The network comes and goes on phones, and a server may start anew.
      failures += 1;
    }
    setTimeout(ask, everyMs * Math.min(1 + failures, 5));
  };
  setTimeout(ask, everyMs);
}

const TYPING_PAUSE_MS = 180;

function searchWhileTyping(input) {
  const results = document.getElementById('bank-results');
  let waiting;
  let last = input.value.trim();
  let running;
  const search = async () => {
    const query = input.value.trim();
    if (query === last || isSent) return;
    last = query;
    running?.abort();
    running = new AbortController();
    try {
      const address = `${input.dataset.search}?q=${encodeURIComponent(query)}`;
      const response = await fetch(address, { credentials: 'same-origin', signal: running.signal });
      const found = await response.text();
      if (isSent || input.value.trim() !== query) return;
      if (!response.ok) return window.location.reload();
      const focused = results.contains(document.activeElement) ? document.activeElement : null;
      results.innerHTML = found;
      // Who had gone on to the banks stays at theirs, or is back where they typed when it is no longer found.
      if (focused) (results.querySelector(`[value="${CSS.escape(focused.value)}"]`) ?? input).focus();
    } catch (error) {
      if (error.name !== 'AbortError') last = null;
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, TYPING_PAUSE_MS);
  });
  input.form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void search();
  });
}

const FORWARD_MS = 4_000;

/** Back to where the end user came from, unless they begin to do something here. */
function goBackSoon() {
  const hint = document.querySelector('[data-forward-hint]');
  if (hint) hint.hidden = false;
  const timer = setTimeout(() => window.location.assign(facts.forward), FORWARD_MS);
  for (const sign of ['pointerdown', 'keydown']) {
    document.addEventListener(sign, () => {
      clearTimeout(timer);
      if (hint) hint.hidden = true;
    });
  }
}

holdBackSecondClicks();
focusFirst();
if (facts.poll) follow();
const input = document.querySelector('[data-search]');
if (input) searchWhileTyping(input);
if (facts.forward) goBackSoon();
if (facts.message) tell(JSON.parse(facts.message));
if (window.parent !== window && facts.origin) {
  new ResizeObserver(() => tell({ type: 'kontor:resize', height: document.documentElement.scrollHeight })).observe(
    document.body,
  );
}
