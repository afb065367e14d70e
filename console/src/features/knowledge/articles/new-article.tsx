import { useChange } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { Link, navigate } from '../../../app/router.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { ArticleForm, type Content, EMPTY } from './article-form.tsx';
import { ARTICLE_TEXTS, TREE_TEXTS } from './articles-texts.ts';
import { PUBLISHED } from './reads.ts';

/** A new article begins as a draft; its page offers what comes next. */
export function NewArticle({ folderId }: { folderId: string | null }) {
  const texts = useTexts(ARTICLE_TEXTS);
  const tree = useTexts(TREE_TEXTS);
  const create = useChange('POST /v2/hc-articles/public', PUBLISHED);
  const save = (content: Content) =>
    create.mutate(
      { body: { ...content, parentFolderId: folderId ?? '', isDraft: true } },
      { onSuccess: ({ id }) => navigate(`/articles/${id}`, { replace: true }) },
    );
  return (
    <>
      <p className="back">
        <Link to="/articles">← {tree.back}</Link>
      </p>
      <h2>{tree.newArticle}</h2>
      <ErrorNotice error={create.error} />
      <div className="card">
        <ArticleForm
          content={EMPTY}
          go={texts.saveDraft}
          isBusy={create.isPending}
          error={create.error}
          onSave={save}
          onCancel={() => navigate(folderId ? `/articles?folder=${folderId}` : '/articles', { replace: true })}
        />
      </div>
    </>
  );
}
