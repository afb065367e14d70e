import { AppError, defineError } from '#platform/http/errors.ts';

export const documentNotFound = defineError('document_not_found', 404, 'There is no such document in this workspace.');
export const crawlNotFound = defineError('crawl_not_found', 404, 'There is no such crawl in this workspace.');
export const notConnected = defineError('not_connected', 400, 'The workspace is not connected to this provider.');
export const providerFailed = defineError(
  'provider_failed',
  400,
  'The provider could not be asked; the message says why.',
);
export const fileUnreadable = defineError(
  'file_unreadable',
  400,
  'A file can not be read; the message says which and why.',
);

export const noSuchDocument = () =>
  new AppError(documentNotFound, 'There is no document with this id in the workspace of the key.');

export const noSuchCrawl = () =>
  new AppError(crawlNotFound, 'There is no crawl with this id in the workspace of the key.');
