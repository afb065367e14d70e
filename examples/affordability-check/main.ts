// node main.ts <e-mail address of a user> <instalment per month>: can they afford it, and why?
import { createKontor } from 'kontor-sdk';
import { type Booking, printDecision } from './print-decision.ts';
import { readFacts } from './read-facts.ts';
import { decide } from './rules.ts';

const [email, amount] = process.argv.slice(2);
const instalment = Number(amount);
if (!email || !(instalment > 0)) {
  console.error('Say who and how much a month: node main.ts lena.hoffmann@example.com 250');
  process.exit(2);
}

const { KONTOR_URL: baseUrl = 'http://127.0.0.1:4800', KONTOR_CLIENT_ID, KONTOR_CLIENT_SECRET } = process.env;
const kontor = createKontor({ baseUrl, clientId: KONTOR_CLIENT_ID, clientSecret: KONTOR_CLIENT_SECRET });

const { users } = await kontor.listUsers({ query: { email, limit: 1 } });
if (!users[0]) throw new Error(`Nobody has the address ${email}.`);
const { userId } = users[0];

const bookings: Booking[] = [];
for await (const booking of kontor.items('listTransactions', { userId, query: { limit: 500 } })) bookings.push(booking);

const decision = decide(await readFacts(kontor, userId), instalment);
console.log(printDecision(decision, bookings));
process.exitCode = { yes: 0, refer: 3, no: 4 }[decision.outcome];
