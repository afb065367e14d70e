/** What a page of the documentation can do beyond being read: copy code, mark where the reader is, search. */
import { createSearch } from './search.ts';

const script = document.querySelector<HTMLScriptElement>('script[data-index]');

for (const block of document.querySelectorAll('.code')) addCopyButton(block);
markWhereReaderIs();
if (script) createSearch(script.dataset.index ?? '', script.dataset.home ?? './');

function addCopyButton(block: Element) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', () => void copy(block, button));
  block.append(button);
}

async function copy(block: Element, button: HTMLButtonElement) {
  const code = block.querySelector('code') ?? block;
  const done = await navigator.clipboard.writeText(code.textContent ?? '').then(
    () => true,
    () => false,
  );
  button.textContent = done ? 'Copied' : 'Press Ctrl+C';
  if (!done) getSelection()?.selectAllChildren(code);
  setTimeout(() => (button.textContent = 'Copy'), 2_000);
}

/** The entry of the contents whose section is at the top of the screen. */
function markWhereReaderIs() {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [link.hash.slice(1), link]),
  );
  const headings = [...document.querySelectorAll<HTMLElement>('main [id]')].filter(({ id }) => links.has(id));
  if (headings.length === 0) return;
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
    const here = (passed.at(-1) ?? headings[0])?.id ?? '';
    for (const [id, link] of links) {
      if (id === here) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('scroll', () => requestAnimationFrame(mark), { passive: true });
  mark();
}
