import { expect, test } from 'vitest';
import { namesOfCustomer } from './names-of-customer.ts';

test('a customer is called what the company says, and what their address tells', () => {
  const attributes = {
    first_name: 'Anna',
    lastName: 'Schmidt',
    plan: 'Gold',
    username: 'x9',
    contact_email: 'a.weber@example.com',
  };
  expect(namesOfCustomer({ email: 'anna.s@example.com' }, attributes)).toEqual(['anna', 'Anna', 'Schmidt', 'weber']);
  expect(namesOfCustomer(null, { name: 'Ana de la Cruz', product_name: 'Plus', age: 4 })).toEqual([
    'Ana de la Cruz',
    'Ana',
    'Cruz',
  ]);
});
