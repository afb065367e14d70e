// npm start -w company-api-example: the example on this machine. Settings: COMPANY_API_KEYS, PORT, TLS_CERT, TLS_KEY.
import { readFileSync } from 'node:fs';
import { createCompanyApi } from './company-api.ts';

const { COMPANY_API_KEYS, PORT = '4900', TLS_CERT, TLS_KEY } = process.env;
// Several keys, separated by commas, while one replaces the other.
const keys = (COMPANY_API_KEYS ?? '').split(',').filter(Boolean);
const tls = TLS_CERT && TLS_KEY ? { cert: readFileSync(TLS_CERT, 'utf8'), key: readFileSync(TLS_KEY, 'utf8') } : null;
const app = await createCompanyApi({ keys, tls, limitPerMinute: 1_200 });
console.log(`The example company listens on ${await app.listen({ port: Number(PORT) })}`);
