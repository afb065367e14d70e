import { type FormEvent, useState } from 'react';
import type { Document } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Link, navigate, useAddress } from '../../../app/router.tsx';
import { said } from '../../../app/said.ts';
import { useSession } from '../../../app/session.tsx';
import { Check, Field, Select } from '../../../ui/form.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { DocumentActions } from './document-actions.tsx';
import { DocumentState } from './document-state.tsx';
import { DOCUMENTS_TEXTS, SOURCES_TEXTS } from './sources-texts.ts';
import { CrawlList, useRunningCrawls } from './websites.tsx';

const PAGE = 50;
const FILTERS = ['title', 'source', 'changed', 'cursor'] as const;
type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

const to = (filters: Filters) => {
  const given = Object.entries(filters).filter(([, value]) => value);
  const query = new URLSearchParams(given).toString();
  return `/sources${query && `?${query}`}`;
};

/** All documents with their states; read again while one of them is on its way. */
export function Documents() {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const frame = useTexts(SOURCES_TEXTS);
  const { query } = useAddress();
  const filters: Filters = Object.fromEntries(FILTERS.map((name) => [name, query.get(name) ?? undefined]));
  const { title, source, cursor } = filters;
  const changed = filters.changed === 'true' || undefined;
  const crawls = useRunningCrawls();
  const isGrowing = crawls.length > 0;
  const documents = useRead('GET /v2/documents/public', { query: { title, source, changed, cursor, limit: PAGE } });
  const isFiltered = title !== undefined || source !== undefined || changed !== undefined;
  return (
    <Await read={documents}>
      {(page) => {
        const last = page.documents.at(-1);
        if (page.documents.length === 0 && isGrowing) return <CrawlList crawls={crawls} />;
        if (page.documents.length === 0 && !isFiltered) {
          return (
            <Empty title={texts.none}>
              <p>{texts.noneHint}</p>
            </Empty>
          );
        }
        return (
          <>
            <FilterForm key={title} filters={filters} />
            {isGrowing && <CrawlList crawls={crawls} />}
            {page.documents.length === 0 ? (
              <Empty title={texts.noMatch} />
            ) : (
              <DocumentTable key={cursor} documents={page.documents} />
            )}
            <div className="actions">
              {cursor && <Link to={to({ ...filters, cursor: undefined })}>{frame.newest}</Link>}
              {page.hasMore && last && <Link to={to({ ...filters, cursor: last.id })}>{frame.older}</Link>}
            </div>
          </>
        );
      }}
    </Await>
  );
}

function FilterForm({ filters }: { filters: Filters }) {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const [title, setTitle] = useState(filters.title ?? '');
  const go = (change: Filters) => navigate(to({ ...filters, cursor: undefined, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go({ title: title || undefined });
  };
  return (
    <form className="filters" role="search" onSubmit={submit}>
      <Field label={texts.find} type="search" value={title} onChange={(event) => setTitle(event.target.value)} />
      <Select
        label={texts.source}
        value={filters.source ?? ''}
        onChange={(event) => go({ source: event.target.value || undefined })}
        options={Object.entries(texts.sources)}
      />
      <Select
        label={texts.only}
        value={filters.changed ?? ''}
        onChange={(event) => go({ changed: event.target.value || undefined })}
        options={[
          ['', texts.all],
          ['true', texts.onlyChanged],
        ]}
      />
      <button type="submit">{texts.go}</button>
    </form>
  );
}

function Reading({ documents }: { documents: Document[] }) {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const count = documents.filter(({ success }) => success === null).length;
  return (
    <span role="status" className="quiet-text">
      {count > 0 && texts.reading(count)}
    </span>
  );
}

function DocumentTable({ documents }: { documents: Document[] }) {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const { can } = useSession();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = documents.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const isAll = shown.length === documents.length;
  return (
    <>
      <div className="bar-above">
        <div className="line">
          {can('write') && (
            <Check
              label={shown.length > 0 ? texts.selected(shown.length) : texts.selectAll}
              aria-label={texts.selectAll}
              checked={isAll}
              onChange={() => setChosen(new Set(isAll ? [] : documents.map(({ id }) => id)))}
            />
          )}
          <Reading documents={documents} />
        </div>
        {shown.length > 0 && <DocumentActions documentIds={shown} onRemoved={() => setChosen(new Set())} />}
      </div>
      <ul className="list">
        {documents.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            isChosen={chosen.has(document.id)}
            onChoose={can('write') ? () => toggle(document.id) : null}
          />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  document: Document;
  isChosen: boolean;
  onChoose: (() => void) | null;
}

function DocumentRow({ document, isChosen, onChoose }: RowProps) {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const formats = useFormats();
  const source = texts.sources[document.source as keyof typeof texts.sources] ?? document.source;
  return (
    <li>
      <div className="choice">
        {onChoose && (
          <input type="checkbox" aria-label={texts.select(document.title)} checked={isChosen} onChange={onChoose} />
        )}
        <div>
          <Link to={`/sources/${document.id}`} className="strong">
            {document.title}
          </Link>
          <small>
            {source} · {texts.updated(formats.moment(document.updatedAt))}
            {document.originalUrl && document.originalUrl !== document.title && ` · ${document.originalUrl}`}
          </small>
          {document.error && <span className="problem">{said(document.error)}</span>}
        </div>
      </div>
      <span className="line">
        <DocumentState document={document} />
      </span>
    </li>
  );
}
