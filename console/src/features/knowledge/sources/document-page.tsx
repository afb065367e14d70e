import { useMemo } from 'react';
import type { Document } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Link, navigate } from '../../../app/router.tsx';
import { said } from '../../../app/said.ts';
import { useSession } from '../../../app/session.tsx';
import { compareLines } from '../../../ui/compare-lines.ts';
import { Lines } from '../../../ui/lines.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Await } from '../../../ui/states.tsx';
import { DocumentActions } from './document-actions.tsx';
import { DocumentState } from './document-state.tsx';
import { Outcomes } from './jobs.tsx';
import { DOCUMENTS_TEXTS, SOURCES_TEXTS } from './sources-texts.ts';

/** One document: its state, what changed in it, what was drafted from it, and its text. */
export function DocumentPage({ documentId }: { documentId: string }) {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const frame = useTexts(SOURCES_TEXTS);
  const params = { 'document-id': documentId };
  const document = useRead('GET /v2/documents/public/{document-id}', { params });
  return (
    <Page title={document.data?.title ?? texts.document}>
      <p>
        <Link to="/sources">← {frame.back}</Link>
      </p>
      <Await read={document}>{(data) => <DocumentBody document={data} />}</Await>
    </Page>
  );
}

function DocumentBody({ document }: { document: Document }) {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  return (
    <>
      <div className="stack">
        <div className="line">
          <DocumentState document={document} />
          <small>{texts.updated(formats.moment(document.updatedAt))}</small>
        </div>
        {document.error && <p className="notice bad">{said(document.error)}</p>}
        {document.originalUrl && (
          <p>
            {texts.address}:{' '}
            <a href={document.originalUrl} rel="noreferrer" target="_blank">
              {document.originalUrl}
            </a>
          </p>
        )}
        {can('write') && <DocumentActions documentIds={[document.id]} onRemoved={() => navigate('/sources')} />}
      </div>
      <WhatChanged before={document.oldParagraphs} after={document.paragraphs} />
      <Section title={texts.result}>
        {document.linkedJobId ? (
          <Drafted key={document.linkedJobStatus} jobId={document.linkedJobId} />
        ) : (
          <p className="quiet-text">{texts.noResult}</p>
        )}
      </Section>
      <Section title={texts.text}>
        {document.paragraphs.length === 0 ? (
          <p className="quiet-text">{texts.noText}</p>
        ) : (
          <div className="card prose">{document.paragraphs.join('\n\n')}</div>
        )}
      </Section>
    </>
  );
}

function WhatChanged({ before, after }: { before: string[]; after: string[] }) {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const lines = useMemo(
    () =>
      compareLines(
        before.flatMap((text) => text.split('\n')),
        after.flatMap((text) => text.split('\n')),
      ),
    [before, after],
  );
  if (before.length === 0) return null;
  return (
    <Section title={texts.whatChanged}>
      <div className="card">
        <Lines lines={lines} />
      </div>
    </Section>
  );
}

function Drafted({ jobId }: { jobId: string }) {
  const job = useRead('GET /v2/knowledge/jobs/{job-id}', { params: { 'job-id': jobId } });
  return <Await read={job}>{(data) => <Outcomes job={data} />}</Await>;
}
