import { useState } from 'react';
import type { Article } from '../../../app/api.gen.ts';
import { ApiError, useChange } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { navigate } from '../../../app/router.tsx';
import { Section } from '../../../ui/page.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { ArticleForm, type Content, contentOf } from './article-form.tsx';
import { ARTICLE_TEXTS, VERSIONS_TEXTS } from './articles-texts.ts';
import { ContentDifferences } from './content-differences.tsx';
import { PUBLISHED, useArticle } from './reads.ts';

/** Changes a draft. Whoever else changed it meanwhile is shown, and nothing that was written here is lost. */
export function EditDraft({ draft }: { draft: Article }) {
  const texts = useTexts(ARTICLE_TEXTS);
  const versions = useTexts(VERSIONS_TEXTS);
  // What was read when the form opened: reading again must not throw away what somebody writes.
  const [began] = useState(draft);
  const [readVersion, setReadVersion] = useState(draft.version);
  const [mine, setMine] = useState<Content>(contentOf(draft));
  const latest = useArticle(draft.id);
  const update = useChange('PUT /v2/hc-articles/{article-id}/public', PUBLISHED);
  const isConflict = update.error instanceof ApiError && update.error.code === 'article_changed';
  const theirs = latest.data?.article;
  const readTheirs = async () => {
    const { data } = await latest.refetch();
    const version = data?.[0]?.version;
    if (version !== undefined) setReadVersion(version);
  };
  const save = (content: Content) =>
    update.mutate(
      { params: { 'article-id': draft.id }, body: { ...content, version: readVersion } },
      {
        onSuccess: () => navigate(`/articles/${draft.id}`, { replace: true }),
        onError: (error) => {
          if (error instanceof ApiError && error.code === 'article_changed') void readTheirs();
        },
      },
    );
  return (
    <Section title={began.title}>
      {!isConflict && <ErrorNotice error={update.error} />}
      {isConflict && (
        <p className="notice warn" role="alert">
          {texts.conflict}
        </p>
      )}
      <div className="card">
        <ArticleForm
          content={contentOf(began)}
          go={texts.save}
          isBusy={update.isPending}
          error={update.error}
          onSave={save}
          onChange={setMine}
          onCancel={() => navigate(`/articles/${draft.id}`, { replace: true })}
        >
          {isConflict && theirs && (
            <div>
              <h3>{texts.theirs}</h3>
              <ContentDifferences before={contentOf(theirs)} after={mine} same={versions.same} />
            </div>
          )}
        </ArticleForm>
      </div>
    </Section>
  );
}
