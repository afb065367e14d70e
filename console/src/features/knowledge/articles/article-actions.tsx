import { useState } from 'react';
import type { Article } from '../../../app/api.gen.ts';
import { useChange, useRefresh } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { Link, navigate } from '../../../app/router.tsx';
import { useSession } from '../../../app/session.tsx';
import { useUndo } from '../../../app/undo.ts';
import { Confirm } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { contentOf } from './article-form.tsx';
import { ARTICLE_TEXTS } from './articles-texts.ts';
import { PublishQuestion } from './publish-question.tsx';
import { PUBLISHED } from './reads.ts';

interface Props {
  article: Article;
  /** Of a live article: the draft that would change it. */
  draftId: string | null;
  onMove: (() => void) | null;
}

/** What comes next for an article; what each state allows. */
export function ArticleActions({ article, draftId, onMove }: Props) {
  const texts = useTexts(ARTICLE_TEXTS);
  const { can } = useSession();
  return (
    <>
      {draftId && (
        <p className="notice">
          {texts.hasDraft} <Link to={`/articles/${draftId}`}>{texts.openDraft}</Link>
        </p>
      )}
      {article.isDraft && (
        <div className="notice">
          <p>{article.originalArticleId ? texts.isFork : texts.isNew}</p>
          <div className="actions">
            <Link to="/reviews">{texts.toReviews}</Link>
            {article.originalArticleId && <Link to={`/articles/${article.originalArticleId}`}>{texts.openLive}</Link>}
          </div>
        </div>
      )}
      {can('write') && (
        <div className="actions">
          {article.isDraft ? <DraftButtons draft={article} /> : <LiveButtons article={article} draftId={draftId} />}
          {onMove && (
            <button type="button" onClick={onMove}>
              {texts.move}
            </button>
          )}
          {article.isDraft ? <RemoveDraft draft={article} /> : <RemoveArticle article={article} />}
        </div>
      )}
    </>
  );
}

function LiveButtons({ article, draftId }: { article: Article; draftId: string | null }) {
  const texts = useTexts(ARTICLE_TEXTS);
  const tellUndo = useUndo();
  const fork = useChange('POST /v2/hc-articles/{article-id}/draft/public', PUBLISHED);
  const update = useChange('PUT /v2/hc-articles/{article-id}/public', PUBLISHED);
  const params = { 'article-id': article.id };
  const edit = () => {
    if (draftId) navigate(`/articles/${draftId}?edit`);
    else fork.mutate({ params }, { onSuccess: ({ id }) => navigate(`/articles/${id}?edit`) });
  };
  const send = (active: boolean) => update.mutateAsync({ params, body: { active } });
  const toggle = () => {
    const text = article.active ? texts.switchedOff : texts.switchedOn;
    send(!article.active).then(
      () => tellUndo(text(article.title), () => send(article.active)),
      () => undefined,
    );
  };
  return (
    <>
      <button type="button" className="main" disabled={fork.isPending} onClick={edit}>
        {texts.editAsDraft}
      </button>
      <button type="button" disabled={update.isPending} onClick={toggle}>
        {article.active ? texts.switchOff : texts.switchOn}
      </button>
      <ErrorNotice error={fork.error ?? update.error} />
    </>
  );
}

function DraftButtons({ draft }: { draft: Article }) {
  const texts = useTexts(ARTICLE_TEXTS);
  const [asks, setAsks] = useState(false);
  const refresh = useRefresh();
  const publish = useChange('POST /v2/hc-articles/{article-id}/publish/public');
  const go = () => {
    const done = ({ id }: { id: string }) => {
      navigate(`/articles/${id}`, { replace: true });
      void refresh(PUBLISHED);
    };
    publish.mutate({ params: { 'article-id': draft.id } }, { onSuccess: done, onSettled: () => setAsks(false) });
  };
  return (
    <>
      <button type="button" className="main" onClick={() => navigate(`/articles/${draft.id}?edit`)}>
        {texts.edit}
      </button>
      <button type="button" onClick={() => setAsks(true)}>
        {texts.publish}
      </button>
      <ErrorNotice error={publish.error} />
      {asks && (
        <PublishQuestion
          title={texts.publishQuestion(draft.title)}
          text={texts.publishText}
          go={texts.publish}
          isBusy={publish.isPending}
          onGo={go}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

/** With its versions it can not come back, so there is a question. */
function RemoveArticle({ article }: { article: Article }) {
  const texts = useTexts(ARTICLE_TEXTS);
  const [asks, setAsks] = useState(false);
  const refresh = useRefresh();
  const remove = useChange('DELETE /v2/hc-articles/{article-id}/public');
  const go = () => {
    const done = () => {
      leave(article);
      void refresh(PUBLISHED);
    };
    remove.mutate({ params: { 'article-id': article.id } }, { onSuccess: done, onSettled: () => setAsks(false) });
  };
  return (
    <>
      <button type="button" className="danger" onClick={() => setAsks(true)}>
        {texts.remove}
      </button>
      <ErrorNotice error={remove.error} />
      {asks && (
        <Confirm
          title={texts.removeQuestion(article.title)}
          go={texts.remove}
          isBusy={remove.isPending}
          onGo={go}
          onClose={() => setAsks(false)}
        >
          <p>{texts.removeText}</p>
        </Confirm>
      )}
    </>
  );
}

/** A draft has no versions: it can be written again as it was. */
function RemoveDraft({ draft }: { draft: Article }) {
  const texts = useTexts(ARTICLE_TEXTS);
  const tellUndo = useUndo();
  const refresh = useRefresh();
  const remove = useChange('DELETE /v2/hc-articles/{article-id}/public');
  const fork = useChange('POST /v2/hc-articles/{article-id}/draft/public', PUBLISHED);
  const update = useChange('PUT /v2/hc-articles/{article-id}/public', PUBLISHED);
  const create = useChange('POST /v2/hc-articles/public', PUBLISHED);
  const restore = async () => {
    const { parentFolderId, originalArticleId } = draft;
    if (originalArticleId === null) {
      return create.mutateAsync({
        body: { ...contentOf(draft), parentFolderId: parentFolderId ?? '', isDraft: true },
      });
    }
    const { id } = await fork.mutateAsync({ params: { 'article-id': originalArticleId } });
    return update.mutateAsync({ params: { 'article-id': id }, body: contentOf(draft) });
  };
  const go = () => {
    const done = () => {
      leave(draft);
      void refresh(PUBLISHED);
      tellUndo(texts.draftRemoved(draft.title), restore);
    };
    remove.mutate({ params: { 'article-id': draft.id } }, { onSuccess: done });
  };
  return (
    <>
      <button type="button" className="danger" disabled={remove.isPending} onClick={go}>
        {texts.remove}
      </button>
      <ErrorNotice error={remove.error} />
    </>
  );
}

/** To where it stood. */
const leave = ({ originalArticleId, parentFolderId }: Article) => {
  if (originalArticleId) navigate(`/articles/${originalArticleId}`, { replace: true });
  else navigate(parentFolderId ? `/articles?folder=${parentFolderId}` : '/articles', { replace: true });
};
