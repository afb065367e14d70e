import { type TSchema, Type } from 'typebox';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const DocumentParams = Type.Object({
  documentId: Type.String({ maxLength: 100, description: 'The document.' }),
});

export const Provider = Type.Enum(['notion', 'zendesk', 'confluence'], {
  description: 'A system that documents live in.',
});
export const ProviderParams = Type.Object({ provider: Provider });

export const SourceName = Type.Enum(['web', 'googledrive', 'notion', 'zendesk', 'confluence'], {
  description: 'Where the documents come from.',
});

export const Document = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The document.' }),
    originalUrl: nullable(Type.String(), 'Where people read it.'),
    title: Type.String({ description: 'Its title.' }),
    storageUrl: nullable(Type.String(), 'Always null: Kontor keeps the text itself.'),
    source: Type.String({ description: 'Where it comes from: web, file, or a provider.' }),
    externalId: Type.String({ description: 'Its id there: the address of a page, the id of a provider.' }),
    english: Type.Boolean({ description: 'Whether it says that it is English.' }),
    baser: nullable(Type.String(), 'A field of the original, always null here.'),
    paragraphs: Type.Array(Type.String(), { description: 'Its text as blocks of Markdown.' }),
    oldParagraphs: Type.Array(Type.String(), {
      description: 'The blocks before the last change; empty when there was none.',
    }),
    success: nullable(Type.Boolean(), 'Whether it could be read; null while it waits.'),
    error: nullable(Type.String(), 'Why it could not be read.'),
    createdAt: Type.String({ format: 'date-time', description: 'When it was registered.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When something about it last changed.' }),
    mimeType: nullable(Type.String(), 'What it is.'),
    type: nullable(Type.String(), 'Kind of the thing at its provider, such as `page`.'),
    linkedJobId: nullable(Type.String(), 'The job that last drafted from it.'),
    linkedKnowledgeId: nullable(Type.String(), 'The article that came of it.'),
    linkedOperation: nullable(Type.String(), 'What that job decided.'),
    linkedReason: nullable(Type.String(), 'Why.'),
    linkedJobStatus: nullable(Type.String(), 'How far that job is.'),
    changed: Type.Boolean({ description: 'Whether its text changed since an article was drafted from it.' }),
  },
  { additionalProperties: false, description: 'A page or a file that articles are drafted from.' },
);

export const DocumentList = Type.Object(
  {
    documents: Type.Array(Document, { description: 'By their last change, newest first.' }),
    hasMore: Type.Boolean({ description: 'Whether there are more in the direction you asked for.' }),
  },
  { additionalProperties: false, description: 'A page of documents.' },
);

export const ListDocumentsQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Documents per page. Default 50.' })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: 'The id of the last document you have.' })),
  direction: Type.Optional(Type.Enum(['next', 'prev'], { description: '`next` (default): older; `prev`: newer.' })),
  source: Type.Optional(Type.String({ description: 'Only from this source.' })),
  english: Type.Optional(Type.Boolean({ description: 'Only those that say they are English.' })),
  title: Type.Optional(Type.String({ description: 'Only with this in the title.' })),
  url: Type.Optional(Type.String({ description: 'Only with this in the address.' })),
  linkedKnowledgeId: Type.Optional(Type.String({ description: 'Only those that this article came of.' })),
  linkedOperation: Type.Optional(Type.String({ description: 'Only with this decision of the last job.' })),
  changed: Type.Optional(
    Type.Boolean({ description: 'Only those that changed, or did not, since they were drafted from.' }),
  ),
});

const Address = Type.String({ minLength: 1, maxLength: 2_000 });

export const AddDocuments = Type.Object(
  {
    source: SourceName,
    documentIdsToAdd: Type.Optional(
      Type.Array(Address, {
        minItems: 1,
        maxItems: 500,
        description: 'Addresses of pages for `web`, else ids of the provider.',
      }),
    ),
    documentIdsToRefresh: Type.Optional(
      Type.Array(Address, { minItems: 1, maxItems: 500, description: 'Documents of this workspace to read again.' }),
    ),
  },
  { description: 'What to read. It happens after the answer.' },
);

export const AddedDocuments = Type.Object(
  {
    addedDocumentIds: Type.Array(Type.String(), { description: 'New documents.' }),
    updatedDocumentIds: Type.Array(Type.String(), {
      description: 'Documents that stood there already and are read again.',
    }),
  },
  { additionalProperties: false, description: 'What will be read.' },
);

export const RegisterResources = Type.Object(
  {
    resources: Type.Array(
      Type.Object(
        {
          originalUrl: Type.String({ maxLength: 2_000, description: 'Where people read it.' }),
          title: Type.String({ maxLength: 500, description: 'Its title.' }),
          externalId: Type.String({ minLength: 1, maxLength: 500, description: 'Its id at the provider.' }),
          mimeType: Type.String({ maxLength: 200, description: 'What it is.' }),
          object: Type.Optional(Type.String({ maxLength: 100, description: 'Kind of the thing, such as `page`.' })),
        },
        { description: 'A document of the provider.' },
      ),
      { minItems: 1, maxItems: 500, description: 'What to read.' },
    ),
  },
  { description: 'Documents of a connected provider.' },
);

export const ResourceList = Type.Object(
  {
    resources: Type.Array(
      Type.Object(
        {
          originalUrl: Type.String({ description: 'Where people read it.' }),
          title: Type.String({ description: 'Its title.' }),
          externalId: Type.String({ description: 'Its id at the provider.' }),
          mimeType: Type.String({ description: 'What it is.' }),
          object: Type.String({ description: 'Kind of the thing.' }),
        },
        { additionalProperties: false, description: 'A document of the provider.' },
      ),
      { description: 'What the token of the connection may see.' },
    ),
  },
  { additionalProperties: false, description: 'What a provider offers.' },
);

export const CrawlLinks = Type.Object(
  {
    links: Type.Array(Address, { minItems: 1, maxItems: 20, description: 'Where to begin.' }),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000, description: 'Pages to find at most. Default 250.' }),
    ),
  },
  { description: 'Which sites to walk through.' },
);

export const CrawledLinks = Type.Object(
  {
    data: Type.Array(Type.String(), { description: 'Addresses of readable pages; nothing is stored yet.' }),
    message: Type.String({ description: 'How the crawl ended, for people.' }),
  },
  { additionalProperties: false, description: 'What was found.' },
);

export const DocumentIds = Type.Object(
  { documentIds: Type.Array(Type.String(), { minItems: 1, maxItems: 500, description: 'Which documents.' }) },
  { description: 'Documents of the workspace.' },
);

export const AcceptedIds = Type.Object(
  { documentIds: Type.Array(Type.String(), { description: 'Those that exist and are read again.' }) },
  { additionalProperties: false, description: 'What will be read again.' },
);

export const DeleteDocuments = Type.Object(
  {
    ...DocumentIds.properties,
    deleteArticles: Type.Optional(
      Type.Boolean({ description: 'Whether the articles that came of them go too. Default false.' }),
    ),
  },
  { description: 'Which documents to delete.' },
);

export const DeletedDocuments = Type.Object(
  {
    deletedDocuments: Type.Integer({ description: 'How many documents are gone.' }),
    deletedArticles: Type.Integer({ description: 'How many articles went with them.' }),
  },
  { additionalProperties: false, description: 'What was deleted.' },
);

export const ConnectProvider = Type.Object(
  {
    token: Type.String({
      minLength: 1,
      maxLength: 5_000,
      description: 'A token that may read. Stored encrypted, never shown again.',
    }),
    account: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 320,
        description: 'E-mail of its owner, for tokens that belong to a person (Zendesk, Confluence).',
      }),
    ),
    baseUrl: Type.Optional(
      Type.String({
        maxLength: 500,
        description: 'Your site at the provider, such as `https://example.zendesk.com`. Notion needs none.',
      }),
    ),
  },
  { description: 'Access to a provider.' },
);

export const SourceConnection = Type.Object(
  {
    provider: Provider,
    baseUrl: Type.String({ description: 'Where it is called.' }),
    account: nullable(Type.String(), 'Owner of the token, if it is a person’s.'),
    updatedAt: Type.String({ format: 'date-time', description: 'When the token was stored.' }),
  },
  { additionalProperties: false, description: 'A connected provider, without its token.' },
);

export const SourceConnectionList = Type.Object(
  { connections: Type.Array(SourceConnection, { description: 'The connected providers.' }) },
  { additionalProperties: false, description: 'The connected providers.' },
);

export const FilesForm = Type.Object(
  {
    file: Type.Array(Type.String({ format: 'binary', description: 'A file.' }), {
      minItems: 1,
      maxItems: 20,
      description: 'One or several; the name tells the kind where the content does not.',
    }),
  },
  { description: 'Files of knowledge.' },
);
