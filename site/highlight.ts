/** Light colours for code: comments, texts, words of the language. No parser; what it does not know stays plain. */
import { escapeHtml } from './escape-html.ts';

type Kind = 'comment' | 'string' | 'word' | 'name';
type Grammar = readonly (readonly [Kind, RegExp])[];

const SCRIPT: Grammar = [
  ['comment', /\/\/.*|\/\*[\s\S]*?\*\//],
  ['string', /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/],
  [
    'word',
    /\b(?:as|async|await|break|case|const|continue|default|else|export|false|for|from|function|if|import|in|interface|let|new|null|of|return|satisfies|throw|true|try|catch|type|typeof|undefined|while)\b/,
  ],
];
const SHELL: Grammar = [
  // At the beginning of a line or after a blank: `#` within an address is none.
  ['comment', /(?<=^|\s)#.*/m],
  ['string', /'[^']*'|"(?:\\[\s\S]|[^"\\])*"/],
  ['name', /\$(?:\w+|\{[^}]*\})|\b[A-Z][A-Z0-9_]*(?==)/],
  ['word', /(?<=^|\s)--?[a-zA-Z][\w-]*/m],
  ['word', /\b(?:for|in|do|done|if|then|fi|while|until|export)\b/],
];
const DATA: Grammar = [
  ['name', /"(?:\\.|[^"\\\n])*"(?=\s*:)/],
  ['string', /"(?:\\.|[^"\\\n])*"/],
  ['word', /\b(?:true|false|null)\b|-?\b\d+(?:\.\d+)?\b/],
];
const YAML: Grammar = [
  ['comment', /(?<=^|\s)#.*/m],
  ['string', /"(?:\\.|[^"\\\n])*"/],
  ['name', /[\w-]+(?=:\s)/],
];
const MARKUP: Grammar = [['comment', /<!--[\s\S]*?-->/], ['name', /<\/?[a-z][\w-]*|\/?>/], ...SCRIPT];

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  sh: SHELL,
  json: DATA,
  yaml: YAML,
  ts: SCRIPT,
  js: SCRIPT,
  python: [
    ['comment', /#.*/],
    ['string', /"""[\s\S]*?"""|f?"(?:\\.|[^"\\\n])*"|f?'(?:\\.|[^'\\\n])*'/],
    SCRIPT[2] as Grammar[0],
  ],
  html: MARKUP,
};

/** HTML of `code`; plain for a language that it does not know. */
export function highlight(code: string, language: string): string {
  const grammar = GRAMMARS[language];
  if (!grammar) return escapeHtml(code);
  const source = grammar.map(([, pattern]) => `(${pattern.source.replaceAll(/\((?!\?)/g, '(?:')})`).join('|');
  let html = '';
  let at = 0;
  for (const match of code.matchAll(new RegExp(source, 'gm'))) {
    const kind = grammar[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
    html += `${escapeHtml(code.slice(at, match.index))}<span class="${kind}">${escapeHtml(match[0])}</span>`;
    at = match.index + match[0].length;
  }
  return html + escapeHtml(code.slice(at));
}
