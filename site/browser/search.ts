/** The search: a dialog that `/` opens. Its entries are fetched when it is first opened, and looked through here. */
import MiniSearch from 'minisearch';
import type { Entry } from '../search-index.ts';

interface Found {
  address: string;
  page: string;
  heading: string;
  text: string;
}

const AT_MOST = 20;

/** `index`: where the entries are. `home`: where `/docs/` is, seen from this page. */
export function createSearch(index: string, home: string) {
  const dialog = document.createElement('dialog');
  dialog.className = 'search';
  dialog.setAttribute('aria-label', 'Search');
  dialog.innerHTML = `<form method="dialog"><label for="words">Search the documentation</label>
<div class="line"><input id="words" type="text" role="searchbox" autocomplete="off" spellcheck="false"><button>Close</button></div></form>
<p class="count" role="status"></p><ul></ul>`;
  document.body.append(dialog);
  const input = dialog.querySelector('input') as HTMLInputElement;
  const list = dialog.querySelector('ul') as HTMLUListElement;
  const count = dialog.querySelector('.count') as HTMLElement;

  let loading: Promise<MiniSearch<Found>> | undefined;
  const open = () => {
    loading ??= load(index);
    loading.catch(() => (loading = undefined));
    if (!dialog.open) dialog.showModal();
    input.select();
  };
  const show = async () => {
    const words = input.value.trim();
    const found = await (loading ??= load(index)).then(
      (search) => find(search, words),
      () => null,
    );
    if (words !== input.value.trim()) return;
    list.replaceChildren(...(found ?? []).slice(0, AT_MOST).map((entry) => row(entry, words, home)));
    count.textContent = describe(words, found);
  };

  input.addEventListener('input', () => void show());
  dialog.addEventListener('keydown', (event) => walk(event, input, list));
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    // Enter in the field goes to the first place that was found.
    if (event.submitter && document.activeElement !== input) return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  list.addEventListener('click', () => dialog.close());
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  addButton(open);
}

function addButton(open: () => void) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'search-open';
  button.innerHTML = 'Search <kbd>/</kbd>';
  button.addEventListener('click', open);
  document.querySelector('.search-place')?.append(button);
}

async function load(index: string): Promise<MiniSearch<Found>> {
  const answer = await fetch(index);
  if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
  const entries = ((await answer.json()) as Entry[]).map(([address, page, heading, text]) => {
    return { address, page, heading, text };
  });
  const search = new MiniSearch<Found>({
    idField: 'address',
    fields: ['heading', 'page', 'text'],
    storeFields: ['address', 'page', 'heading', 'text'],
    searchOptions: {
      prefix: (word) => word.length > 1,
      fuzzy: (word) => (word.length > 4 ? 0.2 : 0),
      boost: { heading: 4, page: 3 },
      // Guides before single calls of the reference.
      boostDocument: (address) => (String(address).startsWith('api#') ? 0.5 : 1),
    },
  });
  search.addAll(entries);
  return search;
}

/** All words, where there are such places; else any of them. */
function find(search: MiniSearch<Found>, words: string): Found[] {
  if (words === '') return [];
  const all = search.search(words, { combineWith: 'AND' });
  return (all.length > 0 ? all : search.search(words)) as unknown as Found[];
}

function describe(words: string, found: Found[] | null): string {
  if (found === null) return 'The search could not be loaded. Try again when the server answers.';
  if (words === '') return '';
  if (found.length === 0) return `Nothing found for “${words}”.`;
  const places = found.length === 1 ? '1 place' : `${found.length} places`;
  return found.length > AT_MOST ? `The best ${AT_MOST} of ${places}` : places;
}

function row({ address, page, heading, text }: Found, words: string, home: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = home + address;
  const title = document.createElement('strong');
  title.textContent = heading || page;
  const where = document.createElement('span');
  where.className = 'where';
  where.textContent = heading ? page : '';
  const excerpt = document.createElement('span');
  excerpt.className = 'excerpt';
  excerpt.append(...markWords(excerptOf(text, words), words));
  link.append(title, where, excerpt);
  const item = document.createElement('li');
  item.append(link);
  return item;
}

const wordsOf = (words: string) =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/** Some 160 letters around the first word that was asked for. */
function excerptOf(text: string, words: string): string {
  const lower = text.toLowerCase();
  const places = wordsOf(words)
    .map((word) => lower.indexOf(word))
    .filter((at) => at >= 0);
  const start = Math.max(0, Math.min(...places, text.length) - 60);
  const from = places.length === 0 || start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const piece = text.slice(from, from + 160);
  return `${from > 0 ? '… ' : ''}${piece}${from + 160 < text.length ? ' …' : ''}`;
}

function markWords(text: string, words: string): (string | HTMLElement)[] {
  const wanted = wordsOf(words);
  if (wanted.length === 0) return [text];
  return text.split(new RegExp(`(${wanted.join('|')})`, 'giu')).map((part, index) => {
    if (index % 2 === 0) return part;
    const mark = document.createElement('mark');
    mark.textContent = part;
    return mark;
  });
}

/** Arrows go from the field through the list and back. */
function walk(event: KeyboardEvent, input: HTMLInputElement, list: HTMLUListElement) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const places: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const at = places.indexOf(document.activeElement as HTMLElement);
  places[(at + step + places.length) % places.length]?.focus();
}
