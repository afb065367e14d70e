import { Type } from 'typebox';
import { defineEvent } from '#platform/events/events.ts';
import { definePublicEvent } from '#platform/events/public-event.ts';
import type { Scalar, ValueType } from './integrations.types.ts';

const where = {
  integrationId: Type.String({ format: 'uuid', description: 'The integration.' }),
  endpointId: Type.String({ format: 'uuid', description: 'The endpoint.' }),
  environment: Type.String({ description: '`sandbox`, `staging` or `production`.' }),
};

export const endpointDrifted = definePublicEvent('endpoint.drifted', {
  description:
    'An endpoint of your system answers another shape than was declared: a field vanished, was renamed or has another type. Told at most once a day and field.',
  data: Type.Object(
    {
      ...where,
      field: Type.String({ description: 'The declared field.' }),
      kind: Type.String({ description: '`vanished`, `renamed` or `type_changed`.' }),
      expected: Type.String({ description: 'The declared type.' }),
      found: Type.Union([Type.String(), Type.Null()], {
        description: 'The type that came, or the name that took its place; null: nothing did.',
      }),
    },
    { additionalProperties: false },
  ),
});

export const endpointCutOff = definePublicEvent('endpoint.cut-off', {
  description:
    'An endpoint of your system failed five times in a row. It is asked now and then whether it is back; until then nothing else is sent to it.',
  data: Type.Object(
    { ...where, failure: Type.String({ description: 'How the last call failed, such as `timeout`.' }) },
    { additionalProperties: false },
  ),
});

export const actionOutcomeUnknown = definePublicEvent('action.outcome-unknown', {
  description:
    'An action was sent to your system, and nobody knows whether it was done. A person has to look, and to settle it.',
  data: Type.Object(
    {
      runId: Type.String({ format: 'uuid', description: 'The run, under `/v2/action-runs`.' }),
      actionId: Type.String({ format: 'uuid', description: 'The action.' }),
      actionName: Type.String({ description: 'Its name.' }),
      environment: where.environment,
    },
    { additionalProperties: false },
  ),
});

/**
 * Asked for a verified customer of this workspace: the module that has their bank data answers `BankFacts`, all those that
 * it has listed, null for what it does not know.
 */
export const bankFactsAsked = defineEvent<{ userKey: string }>('customer.bank_facts_asked');

export type BankFacts = Record<string, Scalar>;

/** Asked when an attribute is saved: the same module answers a list of `BankFact`. */
export const bankFactsListed = defineEvent<object>('customer.bank_facts_listed');

export interface BankFact {
  name: string;
  type: ValueType;
  description: string;
}
