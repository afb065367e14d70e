/** What the frame shows. Text becomes text nodes only: nothing that anybody wrote is markup. */
import type { Message } from './talk.ts';
import type { Words } from './words.ts';

type Child = Node | string;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;

/** Addresses become links that tell the other side nothing. */
function linked(text: string): Child[] {
  const parts: Child[] = [];
  let from = 0;
  for (const { 0: href, index } of text.matchAll(LINK)) {
    parts.push(text.slice(from, index), link(href, href));
    from = index + href.length;
  }
  return [...parts, text.slice(from)];
}

const link = (href: string, text: string) => element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text);

export interface Bubble {
  item: HTMLElement;
  /** What is said, while it is being said. */
  write(text: string): void;
  /** Takes its buttons away: something else was said since. */
  settle(): void;
}

/** A message in the list; `onChoice`: what a click on an offered answer says. */
export function bubble(message: Message, words: Words, language: string, onChoice: (choice: string) => void): Bubble {
  const { from } = message;
  const name = from === 'visitor' ? words.you : (message.author ?? words[from]);
  const text = element('div', { class: 'text' }, ...linked(message.message));
  const time = element(
    'time',
    { datetime: new Date(message.at).toISOString() },
    new Date(message.at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' }),
  );
  const item = element('li', { class: from }, element('p', { class: 'who' }, `${name} · `, time), text);
  const { sources, choices } = message;
  if (sources.length > 0) {
    const named = sources.map(({ title, url }) =>
      element('li', {}, url !== null && /^https?:/.test(url) ? link(url, title) : title),
    );
    item.append(element('div', { class: 'sources' }, words.sources, element('ul', {}, ...named)));
  }
  const buttons = element('div', { class: 'choices' });
  for (const choice of choices) {
    const button = element('button', { type: 'button' }, choice);
    button.addEventListener('click', () => onChoice(choice));
    buttons.append(button);
  }
  if (choices.length > 0) item.append(buttons);
  return {
    item,
    write: (said) => text.replaceChildren(...linked(said)),
    settle: () => buttons.remove(),
  };
}
