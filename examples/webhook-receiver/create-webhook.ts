// node create-webhook.ts <address>: subscribes it to analyses, and prints the secret to verify them with, this once.
import { createKontor } from 'kontor-sdk';

const [endpoint] = process.argv.slice(2);
if (!endpoint) throw new Error('Say where to send them: node create-webhook.ts http://127.0.0.1:4801/kontor');
const { KONTOR_URL: baseUrl = 'http://127.0.0.1:4800', KONTOR_CLIENT_ID, KONTOR_CLIENT_SECRET } = process.env;
const kontor = createKontor({ baseUrl, clientId: KONTOR_CLIENT_ID, clientSecret: KONTOR_CLIENT_SECRET });
const webhook = await kontor.createWebhook({ body: { endpoint, events: ['analysis.completed', 'analysis.failed'] } });
console.log(webhook.signingSecret);
