import type { LocalFile } from './folder.ts';
import { type Content, hashOf, type Kind, nameOf } from './kinds.ts';
import { keyOf, type Lock, type LockedObject } from './lock.ts';
import type { Remote, RemoteDraft, RemoteObject } from './remote.ts';

/**
 * Where files, server and the last pull stand to each other. `waiting`: what is here waits on the server as a draft.
 * `conflict`: both have changed since, or one was deleted and the other changed.
 */
export type State =
  | 'same'
  | 'new-here'
  | 'changed-here'
  | 'deleted-here'
  | 'waiting'
  | 'new-there'
  | 'changed-there'
  | 'deleted-there'
  | 'conflict';

export interface Compared {
  kind: Kind;
  /** Null for what is new here. */
  id: string | null;
  name: string;
  state: State;
  local: LocalFile | null;
  remote: RemoteObject | null;
  /** The draft that a push has made of it, as it is now. */
  draft: RemoteDraft | null;
  locked: LockedObject | null;
}

/** Everything that is here, there, or was there at the last pull. */
export function compare(files: readonly LocalFile[], remote: Remote, lock: Lock, kinds: readonly Kind[]): Compared[] {
  const local = new Map(
    files.flatMap((file) => (file.id === null ? [] : [[keyOf(file.kind, file.id), file] as const])),
  );
  const there = new Map(remote.objects.map((object) => [keyOf(object.kind, object.id), object] as const));
  const drafts = new Map(remote.drafts.map((draft) => [draft.id, draft] as const));
  const locked = Object.keys(lock.objects).filter((key) => kinds.some((kind) => key.startsWith(`${kind}/`)));
  const known = new Set([...local.keys(), ...locked]);
  // What somebody is still drafting in the console is none of the files' business.
  const live = [...there].flatMap(([key, { isDraft }]) => (isDraft && !known.has(key) ? [] : [key]));
  const compared = [...new Set([...live, ...known])].toSorted().flatMap((key) => {
    const object = lock.objects[key] ?? null;
    const found = { local: local.get(key) ?? null, remote: there.get(key) ?? null, locked: object };
    const draft = object?.draft ? (drafts.get(object.draft.id) ?? null) : null;
    const state = stateOf(found, draft);
    if (state === null) return [];
    const kind = key.slice(0, key.indexOf('/')) as Kind;
    const name = nameOf(found.local?.content ?? found.remote?.content ?? {}) || (object?.file ?? key);
    return [{ kind, id: key.slice(kind.length + 1), name, state, draft, ...found }];
  });
  const fresh = files.filter(({ id }) => id === null).map(newHere);
  return [...compared, ...fresh];
}

const newHere = (local: LocalFile): Compared => ({
  kind: local.kind,
  id: null,
  name: nameOf(local.content),
  state: 'new-here',
  local,
  remote: null,
  draft: null,
  locked: null,
});

type Found = Pick<Compared, 'local' | 'remote' | 'locked'>;

/** Null: gone here and there. */
function stateOf({ local, remote, locked }: Found, draft: RemoteDraft | null): State | null {
  const [here, there, before] = [hash(local?.content), hash(remote?.content), locked?.hash ?? null];
  if (here === there) return here === null ? null : 'same';
  if (before === null) return here === null ? 'new-there' : 'conflict';
  if (here === before) return there === null ? 'deleted-there' : 'changed-there';
  if (there !== before) return here === null && there === null ? null : 'conflict';
  if (here === null) return 'deleted-here';
  if (!draft || !locked?.draft) return 'changed-here';
  if (hash(draft.content) === here) return 'waiting';
  // Somebody has gone on with the draft that was made of this file.
  return hash(draft.content) === locked.draft.hash ? 'changed-here' : 'conflict';
}

const hash = (content: Content | undefined) => (content === undefined ? null : hashOf(content));
