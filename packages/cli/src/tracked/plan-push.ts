import { CommandError } from '../exit.ts';
import type { Compared } from './compare.ts';
import { hasDrafts, textOf } from './kinds.ts';
import type { Session } from './session.ts';

/** What a push would do. */
export interface PushPlan {
  /** Articles that go to another folder, live at once. */
  moves: Compared[];
  /** Saved, and live at once. */
  live: Compared[];
  drafts: Compared[];
  deletions: Compared[];
  /** Wait as drafts already, also those that this push makes. */
  publications: Compared[];
}

/** @throws CommandError for what can not be pushed; then nothing is. */
export function planPush({ compared, remote, call }: Session): PushPlan {
  const conflicts = compared.filter(({ state }) => state === 'conflict');
  if (conflicts.length > 0) throw describeConflicts(conflicts);
  const mine = compared.filter(({ state }) => state === 'new-here' || state === 'changed-here');
  const drafted = mine.filter(({ kind }) => hasDrafts(kind));
  for (const item of drafted) checkFolder(item, remote.folders.idOf);
  if (call.flag('publish')) for (const item of [...drafted, ...waitingIn(compared)]) checkBots(item);
  return {
    moves: drafted.filter(
      ({ remote: there, local }) => there && !there.isDraft && there.content.folder !== local?.content.folder,
    ),
    live: call.flag('drafts-only') ? [] : mine.filter(({ kind }) => !hasDrafts(kind)),
    drafts: drafted,
    deletions: call.flag('delete') ? compared.filter(({ state }) => state === 'deleted-here') : [],
    publications: call.flag('publish') ? [...drafted, ...waitingIn(compared)] : [],
  };
}

/** Drafts of earlier pushes, as they stand in the files. */
const waitingIn = (compared: readonly Compared[]) =>
  compared.filter(
    ({ state, kind, remote }) => state === 'waiting' || (state === 'same' && hasDrafts(kind) && remote?.isDraft),
  );

/** A live rule is played by somebody. */
function checkBots({ kind, local }: Compared) {
  if (kind !== 'rules' || !local || (local.content.botIds as string[]).length > 0) return;
  throw new CommandError(
    'failed',
    `${local.path}:${local.lineOf('/botIds')} /botIds is empty: a live rule needs a bot. Nothing was pushed.`,
    '“kontor bots” lists the bots.',
  );
}

function describeConflicts(conflicts: readonly Compared[]) {
  const lines = conflicts.map(({ kind, name, local, locked }) => {
    const file = local?.path ?? locked?.file ?? kind;
    return `${file} (${name}): ${locked ? 'changed here and on the server' : 'stands on the server too, and was never pulled into this folder'}`;
  });
  return new CommandError(
    'conflict',
    ['Nothing was pushed: the server has changed since the last pull.', ...lines].join('\n'),
    'Commit your files, “kontor rules pull --force”, and bring your changes back in with git.',
  );
}

function checkFolder({ kind, local }: Compared, idOf: (path: string) => string | null) {
  const folder = textOf(local?.content, 'folder');
  if (kind !== 'articles' || idOf(folder) !== null) return;
  throw new CommandError(
    'failed',
    `${local?.path}:${local?.lineOf('/folder')} /folder there is no folder “${folder}” on the server. Nothing was pushed.`,
    `kontor call createFolder --json-body '{"title": "…", "description": "…", "parentFolderId": ""}'`,
  );
}
