import { Type } from 'typebox';
import { CrawlLinks } from './sources.schemas.ts';

export const CrawlParams = Type.Object({ crawlId: Type.String({ maxLength: 100, description: 'The crawl.' }) });

export const StartCrawl = Type.Object(
  {
    ...CrawlLinks.properties,
    addDocuments: Type.Optional(
      Type.Boolean({ description: 'Whether each page that is found is read as a document at once. Default true.' }),
    ),
  },
  { description: 'Which sites to walk through, and what for.' },
);

const crawlFields = {
  id: Type.String({ format: 'uuid', description: 'The crawl.' }),
  state: Type.Enum(['running', 'completed', 'failed'], { description: 'How far it is.' }),
  links: Type.Array(Type.String(), { description: 'Where it began.' }),
  limit: Type.Integer({ description: 'Pages that it finds at most.' }),
  addDocuments: Type.Boolean({ description: 'Whether what is found is read as documents.' }),
  found: Type.Integer({ description: 'Pages found so far, each once.' }),
  unreadable: Type.Integer({ description: 'Addresses that could not be read, or must not be.' }),
  waiting: Type.Integer({ description: 'Addresses that are known and were not visited.' }),
  isPartial: Type.Boolean({ description: 'Whether it ended, at its limit, with addresses that were not visited.' }),
  error: Type.Union([Type.String(), Type.Null()], { description: 'Why it failed.' }),
  createdAt: Type.String({ format: 'date-time', description: 'When it was requested.' }),
  completedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description: 'When it ended.' }),
};

export const Crawl = Type.Object(crawlFields, { additionalProperties: false, description: 'A walk over sites.' });

export const CrawlList = Type.Object(
  { crawls: Type.Array(Crawl, { description: 'The newest hundred, newest first.' }) },
  { additionalProperties: false, description: 'Crawls of the workspace.' },
);

export const CrawlDetails = Type.Object(
  {
    ...crawlFields,
    pages: Type.Array(
      Type.Object(
        {
          address: Type.String({
            description: 'What the page calls its own address; where it was looked for otherwise.',
          }),
          error: Type.Union([Type.String(), Type.Null()], {
            description: 'Why it could not be read; null: it was found.',
          }),
        },
        { additionalProperties: false, description: 'A page.' },
      ),
      { description: 'What was found, and what could not be read, in the order of discovery.' },
    ),
  },
  { additionalProperties: false, description: 'A walk over sites, with its pages.' },
);
