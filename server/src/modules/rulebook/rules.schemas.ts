import { type TSchema, Type } from 'typebox';
import { RuleFlow, RuleInputs, RuleProblem, SentFlow } from './flow/flow.schemas.ts';

export { RuleCondition, RuleFlow, RuleInput, RuleProblem, RuleStep } from './flow/flow.schemas.ts';
export { CheckedRule, CheckRule, SimulatedRule, SimulateRule } from './simulation/simulation.schemas.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const Uuid = Type.String({ format: 'uuid' });
const botIds = (description: string, minItems = 0) =>
  Type.Array(Type.String({ maxLength: 100 }), { minItems, maxItems: 100, uniqueItems: true, description });

export const RuleParams = Type.Object({ hcRuleId: Type.String({ maxLength: 100, description: 'The rule.' }) });
export const RuleVersionParams = Type.Object({
  ...RuleParams.properties,
  versionNumber: Type.String({ pattern: '^[1-9]\\d{0,8}$', description: 'One of the versions of the rule.' }),
});

const RuleTypeSchema = Type.Enum(['intent', 'business'], {
  description: '`intent`: chosen by what the customer wants. `business`: runs on its trigger.',
});
const triggerType = nullable(
  Type.Enum(['on_escalation']),
  'Of a business rule: runs when a conversation is about to be handed over.',
);

const label = Type.String({ minLength: 1, maxLength: 200, description: 'What it is called in this language.' });
const labels = Type.Object(
  { en: Type.Optional(label), de: Type.Optional(label) },
  {
    additionalProperties: false,
    title: 'RuleOffer',
    description: 'How customers are offered the rule, per language. Where theirs is missing: `name`.',
  },
);

const fields = {
  name: Type.String({ minLength: 1, maxLength: 200, description: 'What the customer wants, in a few words.' }),
  labels,
  description: Type.String({
    minLength: 1,
    maxLength: 5_000,
    description: 'When the rule applies: the choice among rules is made by it.',
  }),
  examples: Type.Array(Type.String({ minLength: 1, maxLength: 2_000 }), {
    maxItems: 500,
    description: 'Messages of customers that it is for: the more, the better it is chosen.',
  }),
  flowConfig: SentFlow,
  inputSchema: RuleInputs,
  botIds: botIds('The bots that play it.'),
  type: RuleTypeSchema,
  triggerType,
  source: Type.String({ maxLength: 100, description: 'Where it comes from, for people.' }),
};
const { name, description, ...optional } = fields;

export const CreateRule = Type.Object(
  {
    name,
    description,
    ...Type.Partial(Type.Object(optional)).properties,
    isDraft: Type.Optional(
      Type.Boolean({
        description:
          'True: it is played by nobody until it is published. Default: true without `flowConfig`, else false.',
      }),
    ),
  },
  { description: 'A new rule.' },
);

export const UpdateRule = Type.Object(
  {
    ...Type.Partial(Type.Object(fields)).properties,
    version: Type.Optional(
      Type.Integer({ minimum: 1, description: 'The version you read; if the rule has moved on, the answer is 409.' }),
    ),
  },
  { description: 'What to change; fields that are left out stay.' },
);

export const PublishRule = Type.Object(
  { botIds: botIds('The bots that play it from now on.', 1) },
  { description: 'For whom.' },
);

export const DraftRule = Type.Object(
  {
    behaviorInstructions: Type.String({
      minLength: 1,
      maxLength: 20_000,
      description:
        'What should happen, in German or English: “When a customer wants to cancel a card, ask for the card and the reason, then call cancel_card. If it works reply "…", otherwise hand over.”',
    }),
    botIds: Type.Optional(botIds('The bots that will play it.')),
  },
  { description: 'A rule in words.' },
);

export const RefineRule = Type.Object(
  {
    refinementInstructions: Type.String({
      minLength: 1,
      maxLength: 20_000,
      description: 'What should be different, in German or English: “Also ask for the date. Reply "…" at the end.”',
    }),
  },
  { description: 'A change in words.' },
);

export const BotRule = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The rule.' }),
    name: Type.String({ description: 'What the customer wants.' }),
    labels,
    description: Type.String({ description: 'When it applies.' }),
    examples: Type.Array(Type.String(), { description: 'Messages that it is for.' }),
    flowConfig: nullable(RuleFlow, 'What happens; null in a draft that has none yet.'),
    inputSchema: RuleInputs,
    botIds: Type.Array(Type.String(), { description: 'The bots that play it.' }),
    type: RuleTypeSchema,
    triggerType,
    source: Type.String({ description: 'Where it comes from.' }),
    isDraft: Type.Boolean({ description: 'True: nobody plays it.' }),
    version: Type.Integer({ description: 'Counts up with every change.' }),
    originalRuleId: nullable(Uuid, 'Of a draft: the live rule that it updates when it is published.'),
    problems: Type.Array(RuleProblem, {
      description: 'Of a draft: what stands against publishing it. Empty for live rules.',
    }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last changed.' }),
  },
  { additionalProperties: false, description: 'A rule: what a bot does when a customer wants something done.' },
);

export const BotRuleList = Type.Array(BotRule, { description: 'Newest first.' });

export const ListRulesQuery = Type.Object({
  type: Type.Optional(RuleTypeSchema),
  isDraft: Type.Optional(Type.Boolean({ description: 'True: drafts. Default: live rules.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'At most so many. Default: 100.' })),
  cursor: Type.Optional(
    Type.String({ format: 'uuid', description: 'The id of the last rule you have: older ones follow.' }),
  ),
});

const versionFields = {
  version: Type.Integer({ description: 'Number of the version.' }),
  createdBy: Type.String({ description: 'Who made it.' }),
  createdAt: Type.String({ format: 'date-time', description: 'When it went live.' }),
};

export const RuleVersionList = Type.Object(
  {
    versions: Type.Array(
      Type.Object(
        {
          ...versionFields,
          name: Type.String({ description: 'Its name then.' }),
          flowConfig: RuleFlow,
          inputSchema: RuleInputs,
        },
        { additionalProperties: false, description: 'What a live rule said once.' },
      ),
      { description: 'Newest first.' },
    ),
  },
  { additionalProperties: false, description: 'Every version that was live.' },
);

export const RuleDeleted = Type.Object(
  { success: Type.Boolean({ description: 'True.' }) },
  { additionalProperties: false, description: 'It is gone.' },
);
