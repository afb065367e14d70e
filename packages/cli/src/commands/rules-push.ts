import { ApiError } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { CommandError } from '../exit.ts';
import { confirm } from '../prompt.ts';
import { countOf } from '../render.ts';
import { checkRules } from '../tracked/check-rules.ts';
import type { Compared } from '../tracked/compare.ts';
import { renderFile } from '../tracked/file-text.ts';
import { type LocalFile, removeTracked, writeTracked } from '../tracked/folder.ts';
import { hashOf, textOf } from '../tracked/kinds.ts';
import { keyOf, writeLock } from '../tracked/lock.ts';
import { type PushPlan, planPush } from '../tracked/plan-push.ts';
import type { RemoteObject } from '../tracked/remote.ts';
import { publishDraft, saveDraft } from '../tracked/save-draft.ts';
import { deleteThere, saveLive } from '../tracked/save-live.ts';
import { describeMistakes, openSession, type Session, settle } from '../tracked/session.ts';
import { place, validate } from '../tracked/validate.ts';

type Done = {
  file: string;
  id: string;
  did: 'saved' | 'moved' | 'drafted' | 'published' | 'deleted';
  draftId?: string;
};

export async function run(call: Call): Promise<undefined> {
  const { terminal } = call;
  const session = await openSession(call);
  const mistakes = [...session.mistakes, ...validate(session.files)];
  if (mistakes.length > 0) throw refuse(mistakes);
  const plan = planPush(session);
  await agree(call, plan);
  const done: Done[] = [];
  try {
    await push(session, plan, done);
  } finally {
    // What was done is done, whatever stopped the rest.
    await writeLock(session.dir, session.lock);
    if (done.length > 0) terminal.result(done, () => done.map(describe).join('\n'));
  }
  if (done.length === 0) terminal.result(done, () => 'Nothing to push.');
  const theirs = session.compared.filter(({ state }) => state.endsWith('-there')).length;
  if (theirs > 0) terminal.note(`${theirs} more have changed on the server: kontor rules pull`);
  if (done.some(({ did }) => did === 'drafted') && !call.flag('publish')) {
    terminal.note('Drafts wait: “kontor rules push --publish”, “kontor knowledge review” or the console publish them.');
  }
}

const refuse = (mistakes: Parameters<typeof describeMistakes>[0], what = 'Nothing was pushed') =>
  new CommandError(
    'failed',
    [`${what}: ${countOf(mistakes.length, 'mistake')}.`, ...describeMistakes(mistakes)].join('\n'),
  );

/** Says in which file and line the fields are that the server refuses. */
const inFile =
  (file: LocalFile) =>
  (error: unknown): never => {
    if (!(error instanceof ApiError) || error.fields.length === 0) throw error;
    const places = describeMistakes(error.fields.map((field) => place(file, field)));
    throw new CommandError('failed', [`The server refuses ${file.path}:`, ...places].join('\n'));
  };

/** Shows what would be live at once, and asks. */
async function agree(call: Call, { moves, live, deletions, publications }: PushPlan) {
  const lines = [
    ...moves.map((item) => `moves to another folder: ${labelOf(item)}`),
    ...live.map((item) => `${item.id === null ? 'makes' : 'changes'}: ${labelOf(item)}`),
    ...publications.map((item) => `publishes: ${labelOf(item)}`),
    ...deletions.map((item) => `deletes: ${labelOf(item)}`),
  ];
  if (lines.length === 0) return;
  call.terminal.note(['This is live at once:', ...lines.map((line) => `  ${line}`)].join('\n'));
  if (!(await confirm(call, 'Go on?'))) throw new CommandError('failed', 'Nothing was pushed.');
}

const labelOf = ({ local, locked, kind, name }: Compared) => `${local?.path ?? locked?.file ?? kind} (${name})`;

async function push(session: Session, plan: PushPlan, done: Done[]) {
  const { kontor, dir, lock, remote } = session;
  for (const item of plan.live) {
    if (!item.local) continue;
    const saved = await saveLive(kontor, item).catch(inFile(item.local));
    await settle(session, item.local, saved);
    done.push({ file: item.local.path, id: saved.id, did: 'saved' });
  }
  const rules = plan.drafts.flatMap(({ kind, local }) => (kind === 'rules' && local ? [local] : []));
  // Only now: they may refer to what was saved above.
  const mistakes = await checkRules(kontor, rules);
  if (mistakes.length > 0) throw refuse(mistakes, done.length > 0 ? 'No draft was made' : 'Nothing was pushed');
  for (const item of plan.moves) done.push(await move(session, item));
  const made = new Map<Compared, RemoteObject>();
  for (const item of plan.drafts) {
    const draft = await makeDraft(session, item);
    if (!draft || !item.local) continue;
    made.set(item, draft);
    done.push({ file: item.local.path, id: item.id ?? draft.id, did: 'drafted', draftId: draft.id });
  }
  for (const item of plan.publications) {
    const draft = made.get(item) ?? (item.state === 'waiting' ? item.draft : item.remote?.isDraft ? item.remote : null);
    if (!draft || !item.local) continue;
    const live = await publishDraft(kontor, draft, remote.folders);
    // A new file has got its id when its draft was made.
    await settle(session, { ...item.local, id: item.local.id ?? live.id }, live);
    done.push({ file: item.local.path, id: live.id, did: 'published' });
  }
  for (const { kind, id, locked } of plan.deletions) {
    if (id === null) continue;
    await deleteThere(kontor, kind, id);
    delete lock.objects[keyOf(kind, id)];
    if (locked) await removeTracked(dir, locked.file);
    done.push({ file: locked?.file ?? kind, id, did: 'deleted' });
  }
}

/** From then on the article differs from its file by what a draft can say. */
async function move({ kontor, lock, remote }: Session, { id, kind, local, remote: there }: Compared): Promise<Done> {
  const folder = textOf(local?.content, 'folder');
  await kontor.moveArticle({ articleId: id ?? '', body: { parentFolderId: remote.folders.idOf(folder) ?? '' } });
  const key = keyOf(kind, id ?? '');
  const before = lock.objects[key];
  if (before && there) lock.objects[key] = { ...before, hash: hashOf({ ...there.content, folder }) };
  return { file: local?.path ?? '', id: id ?? '', did: 'moved' };
}

/** Null: only its folder was another one, and it stands there now. */
async function makeDraft(session: Session, item: Compared): Promise<RemoteObject | null> {
  const { kontor, lock, remote, dir } = session;
  const { local, kind, id } = item;
  if (!local) return null;
  const before = id === null ? undefined : lock.objects[keyOf(kind, id)];
  if (before?.hash === hashOf(local.content)) return null;
  const draft = await saveDraft(kontor, item, remote.folders).catch(inFile(local));
  if (id === null || item.remote?.isDraft) {
    await settle(session, local, draft);
    return draft;
  }
  const hash = hashOf(draft.content);
  if (hash !== hashOf(local.content)) {
    await writeTracked(dir, local.path, renderFile(kind, id, draft.content));
  }
  if (before) lock.objects[keyOf(kind, id)] = { file: local.path, hash: before.hash, draft: { id: draft.id, hash } };
  return draft;
}

const describe = ({ file, did, draftId }: Done): string =>
  `${did.padEnd(9)} ${file}${draftId ? ` (draft ${draftId})` : ''}`;
