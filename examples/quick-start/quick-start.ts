import { createKontor } from 'kontor-sdk';

// 1. Authenticate: tokens are fetched when they are needed, and renewed
const { KONTOR_URL: baseUrl = 'http://127.0.0.1:4800', KONTOR_CLIENT_ID, KONTOR_CLIENT_SECRET } = process.env;
const kontor = createKontor({ baseUrl, clientId: KONTOR_CLIENT_ID, clientSecret: KONTOR_CLIENT_SECRET });

// 2. Create a user
const { userId } = await kontor.createUser({ body: { type: 'person', automaticAnalysis: 'suspended' } });

// 3. Upload accounts, start the analysis
const transactions = ['2026-08-28', '2026-09-30', '2026-10-30'].map((bookingDate) => {
  return { transactionId: bookingDate, bookingDate, amount: 2950, bookingText: 'GEHALT', purpose: 'Gehalt' };
});
const account = { accountId: 'giro', accountNumber: '532013000', balance: 1874.35, currency: 'EUR', transactions };
await kontor.uploadAccounts({ userId, body: { accounts: [account] } });
const { correlationId } = await kontor.triggerAnalysis({ userId });

// 4. Track it
await kontor.waitForAnalysis({ userId, correlationId });

// 5. Read results
const { salary } = await kontor.getPersonIncome({ userId });
console.log(salary);
