// `title=Cards limit=5 metadata.channel=chat flowConfig=@flow.json key=env:COMPANY_KEY` → what an operation takes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EXIT, Stop } from './exit.mjs';
import { paramsOf } from './operations.mjs';

/** Fields that hold secrets: named in a command they would stand in the chat. */
const SECRETS = new Set(['key', 'apiKey', 'token', 'secret', 'clientSecret', 'password']);

/** Words `name=value` → `{…params, query, body}`; `body=` takes the whole body. Throws for secrets that are written out. */
export function readInput(operation, words) {
  const params = paramsOf(operation);
  const query = new Set(operation.query.map(bare));
  const input = {};
  const form = operation.isForm ? new FormData() : null;
  for (const word of words) {
    const { name, value } = split(word);
    if (params.includes(name)) input[name] = value;
    else if (name === 'body') input.body = parse(name, value);
    else if (query.has(name)) (input.query ??= {})[name] = parse(name, value);
    else if (form) append(form, name, value);
    else if (operation.body) put((input.body ??= {}), name.split('.'), parse(name, value));
    else
      throw new Stop(
        EXIT.usage,
        `There is no input “${name}”.`,
        `There are: ${[...params, ...query].join(', ') || 'none'}.`,
      );
  }
  if (form) input.body = form;
  const missing = params.filter((name) => !input[name]);
  if (missing.length > 0) throw new Stop(EXIT.usage, `Missing: ${missing.join(', ')}.`);
  return input;
}

const bare = (name) => name.replace('*', '');

function split(word) {
  const at = word.indexOf('=');
  if (at < 1) throw new Stop(EXIT.usage, `“${word}” is not name=value.`);
  return { name: word.slice(0, at), value: word.slice(at + 1) };
}

/** JSON where it is JSON, otherwise the text; `@file` is a file's, `env:NAME` a variable's. */
function parse(name, value) {
  if (value.startsWith('env:')) {
    const found = process.env[value.slice(4)];
    if (!found)
      throw new Stop(
        EXIT.usage,
        `The variable ${value.slice(4)} is not set.`,
        'A person sets it, so that it does not come into the chat.',
      );
    return found;
  }
  if (SECRETS.has(name.split('.').at(-1)) || /kontor_[\w-]{20,}/.test(value)) {
    throw new Stop(
      EXIT.gate,
      `${name} is a secret, and was written into the command: it now stands in the chat. Have it replaced where it was made.`,
      `A person sets a variable in the terminal that this runs in; then say ${name}=env:NAME.`,
    );
  }
  const text = value.startsWith('@') ? readFileSync(value.slice(1), 'utf8') : value;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `a.b.c=1` → `{a: {b: {c: 1}}}`. */
function put(target, [name, ...rest], value) {
  if (rest.length === 0) target[name] = value;
  else put((target[name] ??= {}), rest, value);
}

function append(form, name, value) {
  if (value.startsWith('@')) form.append(name, new Blob([readFileSync(value.slice(1))]), path.basename(value.slice(1)));
  else form.append(name, value);
}
