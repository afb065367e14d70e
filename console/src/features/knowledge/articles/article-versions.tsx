import { useState } from 'react';
import { useActorName } from '../../../app/actors.ts';
import type { Article, ArticleVersionList } from '../../../app/api.gen.ts';
import { useChange, useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { navigate, useAddress } from '../../../app/router.tsx';
import { useSession } from '../../../app/session.tsx';
import { useUndo } from '../../../app/undo.ts';
import { Select } from '../../../ui/form.tsx';
import { Await, Empty, ErrorNotice } from '../../../ui/states.tsx';
import { contentOf } from './article-form.tsx';
import { VERSIONS_TEXTS } from './articles-texts.ts';
import { ContentDifferences } from './content-differences.tsx';
import { PublishQuestion } from './publish-question.tsx';
import { PUBLISHED } from './reads.ts';

type Version = ArticleVersionList['versions'][number];

/** All that the article ever said to customers: any two compared, any one restored. */
export function ArticleVersions({ article }: { article: Article }) {
  const texts = useTexts(VERSIONS_TEXTS);
  const list = useRead('GET /v2/articles/{article-id}/versions', { params: { 'article-id': article.id } });
  return (
    <Await read={list}>
      {({ versions }) =>
        versions.length === 0 ? <Empty title={texts.none} /> : <Compare article={article} versions={versions} />
      }
    </Await>
  );
}

function Compare({ article, versions }: { article: Article; versions: Version[] }) {
  const texts = useTexts(VERSIONS_TEXTS);
  const formats = useFormats();
  const actorName = useActorName();
  const { query } = useAddress();
  const { can } = useSession();
  const latest = versions[0]?.version ?? 0;
  const pick = (name: string, otherwise: number) =>
    versions.find(({ version }) => String(version) === query.get(name))?.version ?? otherwise;
  const before = pick('from', versions[1]?.version ?? latest);
  const after = pick('to', latest);
  const go = (from: string, to: string) =>
    navigate(`/articles/${article.id}?tab=versions&from=${from}&to=${to}`, { replace: true });
  const options = versions.map(({ version, createdBy, createdByName, createdAt }): [string, string] => {
    const number = formats.count(version);
    const name = version === latest ? texts.now(number) : number;
    return [String(version), texts.entry(name, actorName(createdBy, createdByName), formats.moment(createdAt))];
  });
  if (versions.length === 1) return <p className="quiet-text">{texts.onlyOne}</p>;
  return (
    <div className="card">
      <div className="grid">
        <Select
          label={texts.compare}
          value={String(before)}
          onChange={(event) => go(event.target.value, String(after))}
          options={options}
        />
        <Select
          label={texts.with}
          value={String(after)}
          onChange={(event) => go(String(before), event.target.value)}
          options={options}
        />
      </div>
      <Differences article={article} before={before} after={after} />
      {can('write') && before !== latest && <Restore key={before} article={article} version={before} latest={latest} />}
    </div>
  );
}

function Differences({ article, before, after }: { article: Article; before: number; after: number }) {
  const texts = useTexts(VERSIONS_TEXTS);
  const old = useVersion(article, before);
  const now = useVersion(article, after);
  return (
    <Await read={old}>
      {(from) => (
        <Await read={now}>
          {(to) => <ContentDifferences before={contentOf(from)} after={contentOf(to)} same={texts.same} />}
        </Await>
      )}
    </Await>
  );
}

/** What the article says now is known already. */
function useVersion(article: Article, version: number) {
  const params = { 'article-id': article.id, 'version-number': String(version) };
  const isNow = version === article.version;
  const read = useRead('GET /v2/articles/{article-id}/versions/{version-number}', { params }, !isNow);
  return { ...read, data: isNow ? article : read.data };
}

function Restore({ article, version, latest }: { article: Article; version: number; latest: number }) {
  const texts = useTexts(VERSIONS_TEXTS);
  const formats = useFormats();
  const tellUndo = useUndo();
  const [asks, setAsks] = useState(false);
  const restore = useChange('POST /v2/articles/{article-id}/versions/{version-number}/restore', PUBLISHED);
  const send = (wanted: number) =>
    restore.mutateAsync({ params: { 'article-id': article.id, 'version-number': String(wanted) } });
  const name = formats.count(version);
  const go = async () => {
    await send(version);
    navigate(`/articles/${article.id}?tab=versions`, { replace: true });
    tellUndo(texts.restored(name), () => send(latest));
  };
  return (
    <div className="stack">
      <ErrorNotice error={restore.error} />
      <div>
        <button type="button" onClick={() => setAsks(true)}>
          {texts.restore(name)}
        </button>
      </div>
      {asks && (
        <PublishQuestion
          title={texts.restoreQuestion(name)}
          text={texts.restoreText}
          go={texts.go}
          isBusy={restore.isPending}
          onGo={() =>
            void go()
              .finally(() => setAsks(false))
              .catch(() => undefined)
          }
          onClose={() => setAsks(false)}
        />
      )}
    </div>
  );
}
