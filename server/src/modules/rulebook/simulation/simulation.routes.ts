import { route } from '#platform/http/route.ts';
import { ruleInvalid } from '../rulebook.errors.ts';
import { checkRule, simulateRule } from './simulate-rule.ts';
import { CheckedRule, CheckRule, SimulatedRule, SimulateRule } from './simulation.schemas.ts';

const tag = 'Rules';

const flowConfig = { steps: [{ id: 'hello', kind: 'reply', text: { en: 'Hello.', de: 'Guten Tag.' } }] };

export const simulationRoutes = [
  route({
    method: 'POST',
    path: '/v2/hc-rules/check',
    operationId: 'checkRule',
    summary: 'Check a rule without saving it',
    description: 'For those who write one: every mistake with its place, as publishing it would name them.',
    tag,
    scope: 'read',
    body: CheckRule,
    outputs: { 200: { description: 'The mistakes.', schema: CheckedRule } },
    example: { body: { flowConfig } },
    idempotent: false,
    session: 'read',
    handle: async (ctx, { body }) => ({ status: 200, body: await checkRule(ctx, body) }),
  }),
  route({
    method: 'POST',
    path: '/v2/hc-rules/simulate',
    operationId: 'simulateRule',
    summary: 'Play a rule without saving it',
    description:
      'Leads an imagined customer through it, as far as the turns go. Nothing is stored and no action called: the answer says what it would be given, and the next turn what comes of it.',
    tag,
    scope: 'read',
    body: SimulateRule,
    outputs: { 200: { description: 'What happens.', schema: SimulatedRule } },
    errors: [ruleInvalid],
    example: { body: { flowConfig, turns: [{ kind: 'customer', message: 'Hello' }] } },
    idempotent: false,
    session: 'read',
    handle: async (ctx, { body }) => ({ status: 200, body: await simulateRule(ctx, body) }),
  }),
];
