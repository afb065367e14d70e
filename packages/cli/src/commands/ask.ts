import type { ConversationEvent, Kontor } from 'kontor-sdk';
import { chooseBot } from '../choose-bot.ts';
import type { Call } from '../command.types.ts';
import { CommandError } from '../exit.ts';
import { printable } from '../render.ts';

/** Streams the answer where a person looks on; elsewhere it is printed when it is whole. */
export async function run(call: Call): Promise<undefined> {
  const { terminal, world, text } = call;
  const kontor = await call.connect();
  const conversation = text('conversation');
  const customer = { email: text('email'), externalId: text('external-id') };
  const isNamed = customer.email !== undefined || customer.externalId !== undefined;
  const body = {
    content: call.argument('message'),
    ...(conversation === undefined ? { botId: await chooseBot(kontor, text('bot')) } : { interactionId: conversation }),
    ...(isNamed && { metadata: { user_attributes: customer } }),
  };
  const isLive = world.stdout.isTTY === true && !terminal.isJson;
  let reply: ConversationEvent | undefined;
  let shown = '';
  for await (const piece of kontor.streamAnswer({ body }, { signal: world.signal })) {
    if (piece.type === 'reply') reply = piece.reply;
    if (!isLive) continue;
    if (piece.type === 'delta') {
      shown += piece.text;
      terminal.stream(printable(piece.text));
    } else if (piece.type === 'reset' && shown !== '') {
      shown = '';
      terminal.stream('\n…\n');
    }
  }
  if (!reply) throw new CommandError('failed', 'The bot did not answer: a person has taken the conversation over.');
  const trace = call.flag('trace') ? await traceOf(kontor, reply.id) : undefined;
  if (terminal.isJson) {
    terminal.result(trace === undefined ? reply : { ...reply, trace });
    return;
  }
  if (shown !== reply.message) terminal.stream(printable(reply.message));
  terminal.stream('\n');
  showAround(call, reply);
  if (trace !== undefined) terminal.result(trace);
}

const traceOf = async (kontor: Kontor, eventId: string) => (await kontor.getTrace({ eventId })).trace;

/** What stands beside the answer: on the standard error, so that the answer alone can be piped. */
function showAround({ terminal }: Call, { usedArticles, choices, type, interactionId }: ConversationEvent) {
  const say = (line: string) => terminal.note(terminal.noteStyle('dim', printable(line)));
  for (const { title } of usedArticles) say(`Source: ${title}`);
  if (choices.length > 0) say(`Choices: ${choices.join(' · ')}`);
  if (type === 'escalation') say('Handed over to a person.');
  say(`Go on with: kontor ask --conversation ${interactionId} "…"`);
}
