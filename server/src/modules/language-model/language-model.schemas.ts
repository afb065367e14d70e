import { Type } from 'typebox';

const Provider = Type.Enum(['openai-compatible', 'anthropic'], {
  description: 'What the endpoint speaks: chat completions as OpenAI documents them, or the messages of Anthropic.',
});

const limits = {
  timeoutMs: { minimum: 1_000, maximum: 45_000, description: 'For one whole answer of the model. Default 15,000.' },
  maxOutputTokens: { minimum: 64, maximum: 8_192, description: 'Longest answer of the model. Default 800.' },
  conversationTokens: {
    minimum: 0,
    maximum: 10_000_000,
    description: 'What one conversation may use, in and out; beyond it answers come without the model. Default 50,000.',
  },
};
const price = (what: string) => ({
  minimum: 0,
  maximum: 1_000_000,
  description: `Price of a million tokens ${what}, in any currency; costs are recorded in it. Default 0.`,
});

export const SaveLanguageModel = Type.Object(
  {
    provider: Provider,
    baseUrl: Type.Optional(
      Type.String({
        maxLength: 2_000,
        description:
          'Where the API begins, such as `https://llm.example.com/v1`. Required for `openai-compatible`; plain http and private addresses only where the allow-list of the workspace names them.',
      }),
    ),
    model: Type.String({ minLength: 1, maxLength: 200, description: 'The model’s name, as its provider calls it.' }),
    apiKey: Type.Optional(
      Type.Union([Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[\\x21-\\x7e]+$' }), Type.Null()], {
        description:
          'Stored encrypted and never shown again. Left out: the key that is there stays, as long as the provider’s address does. Null: the endpoint wants none.',
      }),
    ),
    enabled: Type.Optional(Type.Boolean({ description: 'Whether answers use it. Default true.' })),
    timeoutMs: Type.Optional(Type.Integer(limits.timeoutMs)),
    maxOutputTokens: Type.Optional(Type.Integer(limits.maxOutputTokens)),
    conversationTokens: Type.Optional(Type.Integer(limits.conversationTokens)),
    inputPrice: Type.Optional(Type.Number(price('that the model reads'))),
    outputPrice: Type.Optional(Type.Number(price('that it writes'))),
  },
  { additionalProperties: false, description: 'The language model of the workspace; replaces the one before.' },
);

export const LanguageModel = Type.Object(
  {
    provider: Provider,
    baseUrl: Type.String({ description: 'Where the API begins.' }),
    model: Type.String({ description: 'The model’s name.' }),
    hasApiKey: Type.Boolean({ description: 'Whether a key is stored. The key itself is never shown.' }),
    enabled: Type.Boolean({ description: 'Whether answers use it.' }),
    timeoutMs: Type.Integer(limits.timeoutMs),
    maxOutputTokens: Type.Integer(limits.maxOutputTokens),
    conversationTokens: Type.Integer(limits.conversationTokens),
    inputPrice: Type.Number(price('that the model reads')),
    outputPrice: Type.Number(price('that it writes')),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last changed.' }),
  },
  { additionalProperties: false, description: 'The language model of a workspace, without its key.' },
);

export const LanguageModelRemoved = Type.Object(
  { success: Type.Boolean({ description: 'True: it is gone, with its key.' }) },
  { additionalProperties: false, description: 'What became of the language model.' },
);

export const LanguageModelCheck = Type.Object(
  {
    ok: Type.Boolean({ description: 'Whether the model answered.' }),
    problem: Type.Union([Type.String(), Type.Null()], {
      description: 'What is wrong, and what to do; null when it is ok.',
    }),
    durationMs: Type.Integer({ description: 'How long it took.' }),
    inputTokens: Type.Integer({ description: 'Tokens that the model read, as it counts them.' }),
    outputTokens: Type.Integer({ description: 'Tokens that it wrote.' }),
  },
  { additionalProperties: false, description: 'The outcome of one short question to the model.' },
);
