import type { Static } from 'typebox';
import type { DocumentRow, DocumentState } from './documents.queries.ts';
import type { Document } from './sources.schemas.ts';

const SUCCESS: Record<DocumentState, boolean | null> = { pending: null, reading: null, ready: true, failed: false };

/** A document as the wire knows it. */
export const presentDocument = (row: DocumentRow): Static<typeof Document> => ({
  id: row.documentId,
  originalUrl: row.originalUrl,
  title: row.title,
  storageUrl: null,
  source: row.source,
  externalId: row.externalId,
  english: row.language === 'en',
  baser: null,
  paragraphs: row.paragraphs,
  oldParagraphs: row.oldParagraphs,
  success: SUCCESS[row.state],
  error: row.error,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  mimeType: row.mimeType,
  type: row.type,
  linkedJobId: row.linkedJobId,
  linkedKnowledgeId: row.linkedArticleId,
  linkedOperation: row.linkedOperation,
  linkedReason: row.linkedReason,
  linkedJobStatus: row.linkedJobStatus,
  changed: row.changed,
});
