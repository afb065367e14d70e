// node ask.mjs BOT "question" [--continue CONVERSATION] [--trace]: what the bot says, from what, and why.
import { parseArgs } from 'node:util';
import { connect } from '../../../lib/access.mjs';
import { EXIT, runScript, Stop } from '../../../lib/exit.mjs';

await runScript(async (args) => {
  const options = { continue: { type: 'string' }, trace: { type: 'boolean' } };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [botId, content] = positionals;
  if (!botId || !content) throw new Stop(EXIT.usage, 'Say whom and what: node ask.mjs BOT "I lost my card"');
  const kontor = await connect();
  const where = values.continue ? { interactionId: values.continue } : { botId };
  const events = await kontor.generateAnswer({ body: { content, ...where, metadata: { channel: 'skill' } } });
  const reply = events.find(({ role }) => role === 'finibot');
  if (!reply) {
    console.log('The bot is silent: a person has taken the conversation over, or the bot is archived.');
    return EXIT.failed;
  }
  const { id: eventId, interactionId, type, message, choices, usedArticles } = reply;
  const { trace } = values.trace ? await kontor.getTrace({ eventId }) : {};
  console.log(JSON.stringify({ type, message, choices, usedArticles, interactionId, eventId, trace }, null, 1));
  return EXIT.ok;
});
