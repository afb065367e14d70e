import type { InputType, ValueType } from './flow.types.ts';

/** What is known of an input once it was collected. */
export const VALUE_TYPE_OF_INPUT: Record<InputType, ValueType> = {
  text: 'string',
  number: 'number',
  amount: 'number',
  date: 'date',
  boolean: 'boolean',
  choice: 'string',
  email: 'string',
  phone: 'string',
  iban: 'string',
  order_number: 'string',
};
