/**
 * `widget.js`: puts the chat's button into a page, and its frame when it is wanted. What is said stays in the frame, on
 * Kontor's origin; the page can not read it. Needs no inline style, and of the page's policy `script-src` and `frame-src`.
 */
import type { ToFrame, ToPage } from './between.ts';
import { wordsIn } from './words.ts';

declare global {
  interface Window {
    Kontor?: {
      /** Says who the visitor is, or, with null, that they have signed out. */
      identify(token: string | null): void;
      open(): void;
      close(): void;
    };
  }
}

const STYLE = `
:host { all: initial; position: fixed; z-index: 2147483000; right: 20px; bottom: 20px; color-scheme: light dark; }
button { position: relative; width: 56px; height: 56px; border: 0; border-radius: 50%; cursor: pointer; padding: 0;
  background: #1f4f46; color: #fff; box-shadow: 0 4px 16px #0004; display: grid; place-items: center; }
button:hover { background: #17403a; }
button:focus-visible { outline: 3px solid #1f4f46; outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
svg { width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
b { position: absolute; top: -4px; right: -4px; min-width: 20px; height: 20px; border-radius: 10px; background: #b3261e;
  color: #fff; font: 600 12px/20px system-ui, sans-serif; text-align: center; }
iframe { position: fixed; right: 20px; bottom: 88px; width: 380px; height: min(600px, calc(100vh - 108px)); border: 0;
  border-radius: 14px; box-shadow: 0 8px 32px #0005; background: Canvas; }
[hidden] { display: none; }
@media (max-width: 480px) {
  iframe { inset: 0; width: 100%; height: 100%; border-radius: 0; }
  :host(.open) button { display: none; }
}`;
const SPEECH =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M21 12a8 8 0 0 1-11.5 7.2L4 21l1.5-5A8 8 0 1 1 21 12z"/></svg>';
/** Whether it was open: no more than that is kept in the page. */
const KEY = 'kontor-widget';

const own = document.currentScript as HTMLScriptElement | null;
if (own?.dataset.widget && !window.Kontor) start(own, own.dataset.widget);

function start(script: HTMLScriptElement, widgetId: string) {
  const address = new URL(script.src);
  const language = script.dataset.language ?? (document.documentElement.lang || navigator.language);
  const words = wordsIn(language);
  let token = script.dataset.token ?? null;
  let frame: HTMLIFrameElement | null = null;
  let isOpen = false;

  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.type = 'button';
  button.innerHTML = SPEECH;
  const badge = document.createElement('b');
  badge.hidden = true;
  button.append(badge);
  root.append(button);

  const tell = (message: ToFrame) => frame?.contentWindow?.postMessage(message, address.origin);
  const show = (open: boolean) => {
    isOpen = open;
    if (open) {
      frame ??= addFrame();
      badge.hidden = true;
      tell({ kontor: 'opened' });
    }
    if (frame) frame.hidden = !open;
    host.classList.toggle('open', open);
    button.ariaExpanded = String(open);
    button.ariaLabel = open ? words.close : words.open;
    remember(open);
  };
  function addFrame() {
    const added = document.createElement('iframe');
    const path = address.pathname.replace(/\/widget\.js$/, `/widget/${widgetId}`);
    added.src = `${address.origin}${path}?language=${language.startsWith('de') ? 'de' : 'en'}`;
    added.title = 'Chat';
    root.append(added);
    return added;
  }

  button.addEventListener('click', () => show(!isOpen));
  window.addEventListener('message', ({ origin, source, data }: MessageEvent<ToPage>) => {
    if (origin !== address.origin || source === null || source !== frame?.contentWindow) return;
    if (data.kontor === 'ready') {
      tell({ kontor: 'identify', token });
      if (isOpen) tell({ kontor: 'opened' });
    }
    if (data.kontor === 'close') {
      show(false);
      button.focus();
    }
    if (data.kontor === 'unread' && !isOpen) {
      badge.hidden = data.count === 0;
      badge.textContent = String(data.count);
      button.ariaLabel = `${words.open} (${data.count} ${words.unread})`;
    }
  });
  window.Kontor = {
    identify(next) {
      token = next;
      tell({ kontor: 'identify', token });
    },
    open: () => show(true),
    close: () => show(false),
  };
  const enter = () => document.body.append(host);
  if (document.body) enter();
  else document.addEventListener('DOMContentLoaded', enter);
  show(wasOpen());
  document.dispatchEvent(new Event('kontor:ready'));
}

function remember(open: boolean) {
  try {
    localStorage.setItem(KEY, open ? 'open' : 'closed');
  } catch {
    // A page without storage begins closed.
  }
}

/** On a wide screen: on a narrow one it would cover the page that was asked for. */
function wasOpen(): boolean {
  try {
    return localStorage.getItem(KEY) === 'open' && innerWidth > 480;
  } catch {
    return false;
  }
}
