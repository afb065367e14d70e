import path from 'node:path';
import type { Kontor } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { CommandError } from '../exit.ts';
import { type Compared, compare } from './compare.ts';
import { insertId, renderFile } from './file-text.ts';
import { isKind, type LocalFile, type Mistake, readFolder, writeTracked } from './folder.ts';
import { hashOf, KINDS, type Kind } from './kinds.ts';
import { keyOf, type Lock, readLock } from './lock.ts';
import { loadRemote, type Remote, type RemoteObject } from './remote.ts';

/** Files, server and what both were at the last pull. */
export interface Session {
  call: Call;
  dir: string;
  kinds: readonly Kind[];
  kontor: Kontor;
  lock: Lock;
  remote: Remote;
  files: LocalFile[];
  mistakes: Mistake[];
  compared: Compared[];
}

/** The folder of a call, and the kinds that `--only` leaves. */
export function readTarget({ text, texts, world }: Call): { dir: string; kinds: readonly Kind[] } {
  const only = texts('only')
    .flatMap((list) => list.split(','))
    .filter(isKind);
  return {
    dir: path.resolve(world.cwd, text('dir') ?? 'kontor'),
    kinds: only.length > 0 ? KINDS.filter((kind) => only.includes(kind)) : KINDS,
  };
}

/** Rejects for a folder of another workspace: its ids mean nothing here. */
export async function openSession(call: Call): Promise<Session> {
  const { dir, kinds } = readTarget(call);
  const [{ files, mistakes }, lock] = [await readFolder(dir, kinds), await readLock(dir)];
  const kontor = await call.connect();
  const { id: workspaceId, name } = await kontor.getWorkspace();
  if (lock.workspaceId !== null && lock.workspaceId !== workspaceId) {
    throw new CommandError(
      'usage',
      `${dir} belongs to another workspace (${lock.workspaceId}); these credentials open “${name}” (${workspaceId}).`,
      'Choose the profile with --profile, or another folder with --dir.',
    );
  }
  const remote = await loadRemote(kontor, kinds, call.world.signal);
  const compared = compare(files, remote, lock, kinds);
  return { call, dir, kinds, kontor, lock: { ...lock, workspaceId }, remote, files, mistakes, compared };
}

/** Notes what the server says now, and writes it into the file where that says anything else. */
export async function settle(session: Session, local: LocalFile, object: RemoteObject): Promise<void> {
  const { dir, lock } = session;
  const hash = hashOf(object.content);
  if (hash !== hashOf(local.content))
    await writeTracked(dir, local.path, renderFile(object.kind, object.id, object.content));
  else if (local.id === null) await writeTracked(dir, local.path, insertId(object.kind, local.text, object.id));
  lock.objects[keyOf(object.kind, object.id)] = { file: local.path, hash };
}

/** `rules/lost-card.yaml:17 /flowConfig/steps/2: …`, a mistake a line. */
export const describeMistakes = (mistakes: readonly Mistake[]): string[] =>
  mistakes.map(({ file, line, path: pointer, message }) => `${file}:${line} ${pointer}${pointer ? ' ' : ''}${message}`);
