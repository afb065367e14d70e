import { type done, refused } from 'kontor-contract/fastify';
import type { Customer } from './customer.ts';

export const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });

/** The customer travels in the query, in reads and in writes alike. */
export const querystring = {
  type: 'object',
  required: ['email'],
  properties: { email: { ...text(254), pattern: '^[^@ ]+@[^@ ]+$' } },
};

export const bodyOf = (properties: Record<string, object>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

export type ByEmail = { Querystring: { email: string } };

type Result = ReturnType<typeof done> | ReturnType<typeof refused>;
/** Does something for the customer with this address. */
export type Change = (email: string, work: (customer: Customer) => Result) => Result;

/** A write finds out too whether there is such a customer, but tells it as a result: nothing was wrong with the call. */
export const changing =
  (customers: ReadonlyMap<string, Customer>): Change =>
  (email, work) => {
    const customer = customers.get(email.toLowerCase());
    if (!customer) return refused('CUSTOMER_NOT_FOUND', 'We know no customer with this e-mail address.');
    if (customer.account_closed) return refused('ACCOUNT_CLOSED', 'The account is closed.');
    return work(customer);
  };
