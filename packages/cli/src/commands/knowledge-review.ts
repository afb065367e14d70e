import type { Kontor, ReviewDetails, ReviewList } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { CommandError, usageError } from '../exit.ts';
import { confirm } from '../prompt.ts';
import { printable } from '../render.ts';

type Review = ReviewList['reviews'][number];

export async function run(call: Call): Promise<undefined> {
  const { flag, text } = call;
  const reviewId = call.find('review-id');
  const decisions = [flag('approve') ? '' : undefined, text('reject'), text('request-changes')];
  const given = decisions.filter((decision) => decision !== undefined).length;
  if (given > 1) throw usageError('Say one of --approve, --reject and --request-changes.');
  if (reviewId === undefined) {
    if (given > 0) throw usageError('Which review? “kontor knowledge review” lists them.');
    return listReviews(call);
  }
  const kontor = await call.connect();
  const review = await kontor.getReview({ reviewId });
  if (given === 0) call.terminal.result(review, () => renderReview(call, review));
  else await decide(kontor, call, review);
  return undefined;
}

async function listReviews(call: Call): Promise<undefined> {
  const kontor = await call.connect();
  const status = (call.text('status') ?? 'pending') as Review['status'];
  const reviews: Review[] = [];
  for await (const review of kontor.items('listReviews', { query: { status } }, { signal: call.world.signal }))
    reviews.push(review);
  call.terminal.table(
    reviews,
    {
      id: ({ id }) => id,
      does: ({ operation }) => (operation === 'UPDATE_ARTICLE' ? 'changes' : 'adds'),
      origin: ({ origin }) => origin,
      createdAt: ({ createdAt }) => createdAt,
      title: ({ title }) => title,
    },
    'Nothing waits for review.',
  );
  return undefined;
}

async function decide(kontor: Kontor, call: Call, review: ReviewDetails): Promise<void> {
  const { terminal, text, flag } = call;
  const { id: reviewId, draft, title } = review;
  if (!draft) throw new CommandError('failed', `“${title}” is ${review.status}: there is no draft to decide about.`);
  // What is decided about is what was looked at: somebody who changes it meanwhile makes this a 409.
  const { version } = draft;
  const reason = text('reject') ?? text('request-changes') ?? '';
  if (flag('approve')) {
    if (!flag('yes')) terminal.note(renderReview(call, review));
    if (!(await confirm(call, `Publish “${title}”?`))) throw new CommandError('failed', 'Nothing was published.');
    const approved = await kontor.approveReview({ reviewId, body: { version } });
    terminal.result(approved, () => `“${title}” is live.`);
    return;
  }
  const isRejected = text('reject') !== undefined;
  const decided = isRejected
    ? await kontor.rejectReview({ reviewId, body: { version, reason } })
    : await kontor.requestChanges({ reviewId, body: { version, reason } });
  terminal.result(decided, () => `“${title}” is ${isRejected ? 'rejected' : 'back with its author'}.`);
}

function renderReview({ terminal }: Call, review: ReviewDetails): string {
  const { id, status, title, reason, draft, diff, evidence, duplicates, conflicts } = review;
  const { style } = terminal;
  const changes = diff.flatMap(({ field, before, after, lines }) => [
    style('bold', `${field}:`),
    ...(lines
      ? lines.map(({ kind, text }) =>
          kind === 'same' ? `  ${text}` : kind === 'added' ? style('green', `+ ${text}`) : style('red', `- ${text}`),
        )
      : [style('red', `- ${JSON.stringify(before)}`), style('green', `+ ${JSON.stringify(after)}`)]),
  ]);
  const section = (heading: string, lines: string[]) =>
    lines.length > 0 ? ['', style('bold', heading), ...lines] : [];
  return [
    `${style('bold', printable(title))} (${status}, ${id})`,
    ...(reason ? [printable(reason)] : []),
    ...section('What it changes', changes),
    // What is new has nothing to differ from.
    ...section('What it says', draft && changes.length === 0 ? [printable(draft.mainKnowledge)] : []),
    ...section(
      'What it answers',
      draft && changes.length === 0 ? draft.questions.map((each) => `  ${printable(each)}`) : [],
    ),
    ...section(
      'Evidence',
      evidence.map(({ text }) => `  ${printable(text)}`),
    ),
    ...section(
      'Says nearly the same',
      duplicates.map(
        (each) => `  ${Math.round(each.similarity * 100)} %  ${printable(each.title)} (${each.articleId})`,
      ),
    ),
    ...section(
      'Contradicts',
      conflicts.map((each) => `  ${printable(`“${each.draftText}” against “${each.liveText}” in ${each.title}`)}`),
    ),
  ].join('\n');
}
