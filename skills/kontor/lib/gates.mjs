// What has to come before a change. The scripts hold these gates, so that they do not depend on anybody's memory.
import { createHash } from 'node:crypto';
import { EXIT, Stop } from './exit.mjs';
import { OPERATIONS, paramsOf } from './operations.mjs';

/** How a thing is read before it is changed, where no GET has the same path. */
const READ_BEFORE = {
  updateArticle: (kontor, { articleId }) => kontor.getArticles({ body: { articleIds: [articleId] } }),
  deleteArticle: (kontor, { articleId }) => kontor.getArticles({ body: { articleIds: [articleId] } }),
  publishArticle: (kontor, { articleId }) => kontor.getArticles({ body: { articleIds: [articleId] } }),
  moveArticle: (kontor, { articleId }) => kontor.getArticles({ body: { articleIds: [articleId] } }),
  approveReview: (kontor, { reviewId }) => kontor.getReview({ reviewId }),
  rejectReview: (kontor, { reviewId }) => kontor.getReview({ reviewId }),
  publishRule: (kontor, { hcRuleId }) => kontor.getRule({ hcRuleId }),
  savePrompt: (kontor, { botId }) => kontor.getPrompt({ botId }),
  savePromptPublic: (kontor, { botId }) => kontor.getPrompt({ botId }),
  assignFolders: (kontor) => kontor.getFolderTree(),
};

/** The gate of a call: it depends on what is sent, and on whether the thing is a draft. */
export function gateOf(name, { body = {} }, before) {
  const { gate } = OPERATIONS[name];
  if (name === 'createArticle') return body.isDraft === true ? 'draft' : 'live';
  if (name === 'createRule') return body.isDraft === true || !body.flowConfig ? 'draft' : 'live';
  if (name === 'updateArticle' || name === 'updateRule') return isDraft(before) ? 'draft' : 'live';
  // A try sends something to a system of the company; a person of the team or a named customer is addressed for real.
  if (body.send === true || body.isDraft === false || body.role === 'agent' || body.metadata?.user_attributes)
    return 'live';
  return gate;
}

const isDraft = (before) => [before].flat()[0]?.isDraft === true || before?.articles?.[0]?.isDraft === true;

/** What is there now, or null: what somebody says yes to is a change of something. */
export async function readBefore(kontor, name, input) {
  const operation = OPERATIONS[name];
  if (operation.gate !== 'live') return null;
  if (Object.hasOwn(READ_BEFORE, name)) return READ_BEFORE[name](kontor, input);
  const params = Object.fromEntries(paramsOf(operation).map((param) => [param, input[param]]));
  const isOfOne = ['PUT', 'PATCH'].includes(operation.method) || Object.keys(params).length > 0;
  const same = Object.entries(OPERATIONS).find(([, one]) => one.method === 'GET' && one.path === operation.path)?.[0];
  return same && isOfOne && operation.method !== 'POST' ? kontor[same](params) : null;
}

/** Throws while nobody has said yes to exactly this: the code stands for the operation, its input, and what it changes. */
export function requireApproval(name, input, before, confirmed) {
  const code = createHash('sha256')
    .update(JSON.stringify([name, input, before]))
    .digest('hex')
    .slice(0, 6);
  if (confirmed === code) return;
  const { method, path, summary } = OPERATIONS[name];
  const lines = [
    `NOT DONE YET. ${name} changes what customers meet, or can not be taken back: ${summary}`,
    `${method} ${path}`,
    `input: ${JSON.stringify(input, null, 1)}`,
    ...(before ? [`now: ${JSON.stringify(before, null, 1)}`] : []),
    confirmed ? `The code ${confirmed} is of another input, or it has changed since. Show this anew.` : '',
    `Show a person what will change. After their yes to exactly this, run the same with --confirm ${code}`,
  ];
  throw new Stop(EXIT.approval, lines.filter(Boolean).join('\n'));
}

/** Throws when there is no folder that a draft could go into. */
export async function requireTree(kontor, name) {
  if (!['draftKnowledge', 'draftFromDocuments', 'draftMagicArticles'].includes(name)) return;
  const { snapshotObjV2: folders } = await kontor.getFolderTree();
  if (folders.length > 0) return;
  throw new Stop(
    EXIT.gate,
    'There is no folder yet, so drafts would have no place.',
    'Propose folders with initializeTree, let a person edit the table, send it with persistTree; then draft.',
  );
}
