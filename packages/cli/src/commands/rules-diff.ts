import type { Call } from '../command.types.ts';
import type { Compared, State } from '../tracked/compare.ts';
import { renderFile } from '../tracked/file-text.ts';
import { hasDrafts } from '../tracked/kinds.ts';
import { diffLines } from '../tracked/line-diff.ts';
import { describeMistakes, openSession } from '../tracked/session.ts';

export async function run(call: Call): Promise<number> {
  const { compared, mistakes } = await openSession(call);
  const { terminal } = call;
  for (const line of describeMistakes(mistakes)) terminal.note(`${terminal.noteStyle('red', '✗')} ${line}`);
  const differing = compared.filter(({ state }) => state !== 'same');
  const rows = differing.map(({ kind, id, name, state, local, locked, draft }) => ({
    kind,
    id,
    name,
    state,
    file: local?.path ?? locked?.file ?? null,
    draftId: draft?.id ?? null,
  }));
  terminal.result(rows, () => differing.map((item) => render(call, item)).join('\n'));
  if (differing.length === 0 && mistakes.length === 0) terminal.note('Nothing differs.');
  return differing.length > 0 || mistakes.length > 0 ? 1 : 0;
}

function render({ terminal: { style } }: Call, item: Compared): string {
  const { kind, id, name, state, local, remote, locked, draft } = item;
  const heading = `${local?.path ?? locked?.file ?? `${kind}: ${name}`}: ${describe(item)}${draft ? ` (draft ${draft.id})` : ''}`;
  const text = (content: Compared['local'] | Compared['remote']) =>
    content ? renderFile(kind, id, content.content) : '';
  const isTheirs = state === 'changed-there' || state === 'new-there' || state === 'deleted-there';
  const [before, after] = isTheirs ? [text(local), text(remote)] : [text(remote), text(local)];
  // A whole new or gone file is named, not printed.
  const lines = local && remote ? diffLines(before, after) : [];
  const coloured = lines.map((line) =>
    line.startsWith('+') ? style('green', line) : line.startsWith('-') ? style('red', line) : line,
  );
  return [style('bold', heading), ...coloured].join('\n');
}

function describe({ state, kind }: Compared): string {
  const live = hasDrafts(kind) ? 'a push makes a draft' : 'a push makes it live, after a question';
  const meanings: Readonly<Record<State, string>> = {
    same: 'the same',
    'new-here': `new here; ${live}`,
    'changed-here': `changed here; ${live}`,
    'deleted-here': 'deleted here; a push with --delete deletes it on the server',
    waiting: 'changed here; a draft of it waits to be published',
    'new-there': 'new on the server; a pull writes it',
    'changed-there': 'changed on the server; a pull writes it',
    'deleted-there': 'deleted on the server; a pull removes it',
    conflict: 'changed here and on the server; a push is refused',
  };
  return meanings[state];
}
