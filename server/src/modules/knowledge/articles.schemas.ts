import { type TSchema, Type } from 'typebox';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const Uuid = Type.String({ format: 'uuid' });

export const ArticleParams = Type.Object({ articleId: Type.String({ maxLength: 100, description: 'The article.' }) });
export const VersionParams = Type.Object({
  ...ArticleParams.properties,
  versionNumber: Type.String({ pattern: '^[1-9]\\d{0,8}$', description: 'One of the versions of the article.' }),
});

const content = {
  title: Type.String({ maxLength: 500, description: 'What the article is about, in a few words.' }),
  mainKnowledge: Type.String({ maxLength: 200_000, description: 'The answer, in Markdown.' }),
  agentInstruction: Type.String({
    maxLength: 20_000,
    description: 'What the agent is told beside the answer; customers never see it.',
  }),
  questions: Type.Array(Type.String({ maxLength: 2_000 }), {
    minItems: 1,
    maxItems: 2_000,
    description: 'Questions of customers that it answers, in their words: the more, the better it is found.',
  }),
  keywords: Type.Array(Type.String({ maxLength: 200 }), {
    minItems: 1,
    maxItems: 500,
    description: 'Words that customers use for it and that stand nowhere else in it.',
  }),
  escalation: Type.Boolean({ description: 'Whether the conversation goes to a person after this answer.' }),
};

export const ParentFolderId = Type.String({
  maxLength: 100,
  description: 'The folder it stands in; an empty text means the top of the tree.',
});

export const CreateArticle = Type.Object(
  {
    ...content,
    parentFolderId: ParentFolderId,
    isDraft: Type.Optional(
      Type.Boolean({
        description:
          'True: a draft, which waits in Review and Approvals. Default false: published directly, which is audited and can be forbidden by the workspace.',
      }),
    ),
  },
  { description: 'A new article.' },
);

export const UpdateArticle = Type.Object(
  {
    ...Type.Partial(Type.Object(content)).properties,
    active: Type.Optional(Type.Boolean({ description: 'False: it answers nothing, but stays in its folder.' })),
    public: Type.Optional(Type.Boolean({ description: 'False: it may be used, but is never named as a source.' })),
    version: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'The version you read; if the article has moved on since, the answer is 409.',
      }),
    ),
  },
  { description: 'What to change; fields that are left out stay.' },
);

const article = {
  id: Type.String({ format: 'uuid', description: 'The article.' }),
  title: Type.String({ description: 'What it is about.' }),
  mainKnowledge: Type.String({ description: 'The answer, in Markdown.' }),
  agentInstruction: Type.String({ description: 'What the agent is told beside the answer.' }),
  questions: Type.Array(Type.String(), { description: 'Questions that it answers.' }),
  keywords: Type.Array(Type.String(), { description: 'Further words for it.' }),
  escalation: Type.Boolean({ description: 'Whether the conversation goes to a person after this answer.' }),
};

export const Article = Type.Object(
  {
    ...article,
    active: Type.Boolean({ description: 'Whether it answers.' }),
    public: Type.Boolean({ description: 'Whether it is named as a source.' }),
    isDraft: Type.Boolean({ description: 'True: it waits for review and answers nothing.' }),
    version: Type.Integer({ description: 'Counts up with every change.' }),
    parentFolderId: nullable(Uuid, 'The folder it stands in; null: the top of the tree.'),
    originalArticleId: nullable(Uuid, 'Of a draft: the live article it will update when it is published.'),
    originalArticleVersion: nullable(Type.Integer(), 'Of a draft: the version of the original it was forked from.'),
    origin: Type.Enum(['api', 'sources', 'generated', 'inbox'], { description: 'Where it came from.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last changed.' }),
  },
  { additionalProperties: false, description: 'An article: a piece of approved knowledge, or a draft of one.' },
);

export const ArticleList = Type.Array(Article, { description: 'Newest first.' });

export const ListArticlesQuery = Type.Object({
  type: Type.Optional(Type.Enum(['live', 'draft'], { description: 'Which articles. Default `live`.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, description: 'At most so many. Default: 1,000.' })),
  cursor: Type.Optional(
    Type.String({ format: 'uuid', description: 'The id of the last article you have: older ones follow.' }),
  ),
});

export const ArticlesByIds = Type.Object(
  { articleIds: Type.Array(Type.String(), { minItems: 1, maxItems: 500, description: 'The articles you want.' }) },
  { description: 'Which articles to read.' },
);

export const MoveInto = Type.Object({ parentFolderId: ParentFolderId }, { description: 'Where to.' });

export const Done = Type.Object(
  { success: Type.Boolean({ description: 'True.' }) },
  { additionalProperties: false, description: 'It is done.' },
);

const FieldDiff = Type.Object(
  {
    field: Type.String({ description: 'Which part of the article differs.' }),
    before: Type.Unknown({ description: 'What it said.' }),
    after: Type.Unknown({ description: 'What it says.' }),
    lines: Type.Optional(
      Type.Array(
        Type.Object(
          {
            kind: Type.Enum(['same', 'added', 'removed'], { description: 'What happened to the line.' }),
            text: Type.String({ description: 'The line.' }),
          },
          { additionalProperties: false, description: 'A line.' },
        ),
        { description: 'Of texts: line by line.' },
      ),
    ),
  },
  { additionalProperties: false, description: 'A part that differs.' },
);

export const ArticleDiff = Type.Array(FieldDiff, { description: 'The parts that differ; empty: nothing does.' });

const CreatedByName = nullable(Type.String(), 'What people call them; null when they have no name or are gone.');

export const ArticleVersion = Type.Object(
  {
    version: Type.Integer({ description: 'The version.' }),
    ...article,
    createdBy: Type.String({ description: 'Who made it, such as `operator:<id>`.' }),
    createdByName: CreatedByName,
    createdAt: Type.String({ format: 'date-time', description: 'When.' }),
    changes: ArticleDiff,
  },
  { additionalProperties: false, description: 'What the article said in a version, and what differs from now.' },
);

export const ArticleVersionList = Type.Object(
  {
    versions: Type.Array(
      Type.Object(
        {
          version: Type.Integer({ description: 'The version.' }),
          title: Type.String({ description: 'Its title then.' }),
          createdBy: Type.String({ description: 'Who made it, such as `operator:<id>`.' }),
          createdByName: CreatedByName,
          createdAt: Type.String({ format: 'date-time', description: 'When.' }),
        },
        { additionalProperties: false, description: 'A version.' },
      ),
      { description: 'Newest first.' },
    ),
  },
  { additionalProperties: false, description: 'The versions of an article.' },
);
