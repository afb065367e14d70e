import { mkdir } from 'node:fs/promises';
import type { Call } from '../command.types.ts';
import { CommandError, EXIT_CODES } from '../exit.ts';
import type { Compared } from '../tracked/compare.ts';
import { renderFile } from '../tracked/file-text.ts';
import { placeFile, removeTracked, writeTracked } from '../tracked/folder.ts';
import { hashOf } from '../tracked/kinds.ts';
import { keyOf, writeLock } from '../tracked/lock.ts';
import { describeMistakes, openSession, type Session } from '../tracked/session.ts';

type Outcome = 'written' | 'removed' | 'kept' | 'same';

export async function run(call: Call): Promise<number> {
  const session = await openSession(call);
  const { dir, compared, lock, mistakes } = session;
  if (mistakes.length > 0) {
    throw new CommandError(
      'failed',
      ['Some files can not be read. Nothing was pulled.', ...describeMistakes(mistakes)].join('\n'),
    );
  }
  await mkdir(dir, { recursive: true });
  const taken = new Set(session.files.map(({ path }) => path));
  const results: { file: string; outcome: Outcome; state: string }[] = [];
  try {
    for (const item of compared) {
      const outcome = await pullOne(session, item, taken);
      results.push({ file: item.local?.path ?? fileOf(session, item), outcome, state: item.state });
    }
  } finally {
    forgetGone(session);
    await writeLock(dir, lock);
  }
  return report(call, results);
}

async function pullOne(session: Session, item: Compared, taken: Set<string>): Promise<Outcome> {
  const { call, dir, lock } = session;
  const { kind, id, remote, local, state, locked } = item;
  if (id === null) return 'kept';
  const key = keyOf(kind, id);
  const isMine = state === 'changed-here' || state === 'deleted-here' || state === 'waiting' || state === 'conflict';
  if (isMine && !call.flag('force')) return 'kept';
  if (!remote) {
    if (local) await removeTracked(dir, local.path);
    delete lock.objects[key];
    return 'removed';
  }
  const file =
    local?.path ?? (locked && !taken.has(locked.file) ? locked.file : placeFile(kind, id, remote.content, taken));
  taken.add(file);
  const draft = locked?.draft && item.draft ? { draft: locked.draft } : {};
  lock.objects[key] = { file, hash: hashOf(remote.content), ...draft };
  if (state === 'same') return 'same';
  await writeTracked(dir, file, renderFile(kind, id, remote.content));
  return 'written';
}

const fileOf = ({ lock }: Session, { kind, id, locked, name }: Compared): string =>
  (id === null ? undefined : lock.objects[keyOf(kind, id)]?.file) ?? locked?.file ?? `${kind}: ${name}`;

/** What is gone here and there is no longer in `compared`. */
function forgetGone({ lock, compared, kinds }: Session) {
  const alive = new Set(compared.map(({ kind, id }) => keyOf(kind, id ?? '')));
  for (const key of Object.keys(lock.objects)) {
    if (kinds.some((kind) => key.startsWith(`${kind}/`)) && !alive.has(key)) delete lock.objects[key];
  }
}

function report({ terminal }: Call, results: readonly { file: string; outcome: Outcome; state: string }[]): number {
  const count = (outcome: Outcome) => results.filter((each) => each.outcome === outcome).length;
  const conflicts = results.filter(({ outcome, state }) => outcome === 'kept' && state === 'conflict');
  terminal.result(results, () => {
    const shown = results.filter(({ outcome }) => outcome !== 'same');
    const lines = shown.map(
      ({ file, outcome, state }) => `${outcome.padEnd(8)} ${file}${outcome === 'kept' ? ` (${state})` : ''}`,
    );
    return [
      ...lines,
      `${count('written')} written, ${count('removed')} removed, ${count('kept')} kept, ${count('same')} as they were`,
    ].join('\n');
  });
  if (conflicts.length > 0) {
    terminal.note(
      'What has changed on both sides was kept as it is here. Commit it, “kontor rules pull --force”, and merge with git.',
    );
  }
  return conflicts.length > 0 ? EXIT_CODES.conflict.code : EXIT_CODES.ok.code;
}
