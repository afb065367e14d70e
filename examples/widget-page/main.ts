// npm start: the page on this machine. Settings: KONTOR_URL, KONTOR_WIDGET, KONTOR_TOKEN_SECRET, PORT.
import { createSite } from './site.ts';

const { KONTOR_URL = 'http://127.0.0.1:4800', KONTOR_WIDGET, KONTOR_TOKEN_SECRET, PORT = '4802' } = process.env;
if (!KONTOR_WIDGET || !KONTOR_TOKEN_SECRET) {
  throw new Error('Set KONTOR_WIDGET and KONTOR_TOKEN_SECRET: README.md says where they come from.');
}
const site = createSite({ kontorUrl: KONTOR_URL, widgetId: KONTOR_WIDGET, tokenSecret: KONTOR_TOKEN_SECRET });
site.listen(Number(PORT), '127.0.0.1', () => console.log(`The page with the chat: http://127.0.0.1:${PORT}/account`));
