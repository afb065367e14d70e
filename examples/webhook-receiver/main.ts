// npm start: listens for webhooks and prints the salary of everybody whose analysis has completed.
import { createKontor } from 'kontor-sdk';
import { createReceiver } from './receiver.ts';

const { KONTOR_URL: baseUrl = 'http://127.0.0.1:4800', KONTOR_CLIENT_ID, KONTOR_CLIENT_SECRET } = process.env;
const { KONTOR_WEBHOOK_SECRET: secret, INBOX: folder = 'inbox', PORT = '4801' } = process.env;
if (!secret) throw new Error('Set KONTOR_WEBHOOK_SECRET to the signingSecret of the webhook: see README.md.');
const kontor = createKontor({ baseUrl, clientId: KONTOR_CLIENT_ID, clientSecret: KONTOR_CLIENT_SECRET });

const receiver = await createReceiver({
  secret,
  folder,
  async handle(event) {
    if (event.type !== 'analysis.completed') return console.log(`${event.type} ${event.id}`);
    const { salary } = await kontor.getPersonIncome({ userId: event.data.userId });
    console.log(`${event.type} ${event.id}: salary of ${event.data.userId} is ${salary?.current} ${salary?.currency}`);
  },
});
receiver.listen(Number(PORT), '127.0.0.1', () =>
  console.log(`Waiting for webhooks at http://127.0.0.1:${PORT}/kontor`),
);
