// node create-widget.ts <address of the site>: makes a widget of the first bot, and prints its id.
import { createKontor } from 'kontor-sdk';

const [origin = 'http://127.0.0.1:4802'] = process.argv.slice(2);
const { KONTOR_URL: baseUrl = 'http://127.0.0.1:4800', KONTOR_API_KEY } = process.env;
const kontor = createKontor({ baseUrl, apiKey: KONTOR_API_KEY });
const [bot] = await kontor.listBots();
if (!bot) throw new Error('The workspace has no bot yet: docs/agent.md makes one.');
const { id } = await kontor.createWidget({ body: { botId: bot.id, name: 'Example page', allowedOrigins: [origin] } });
console.log(id);
