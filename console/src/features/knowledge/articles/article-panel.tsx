import type { Agent, Article } from '../../../app/api.gen.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Link, useAddress } from '../../../app/router.tsx';
import { Badge } from '../../../ui/page.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { DraftImpact } from '../draft-impact.tsx';
import { ArticleActions } from './article-actions.tsx';
import { ArticleVersions } from './article-versions.tsx';
import { ARTICLE_TEXTS, TREE_TEXTS } from './articles-texts.ts';
import { EditDraft } from './edit-draft.tsx';
import { useArticle } from './reads.ts';
import { findNode, pathTo, type TreeNode } from './tree-model.ts';

interface Props {
  articleId: string;
  nodes: TreeNode[];
  bots: Agent[];
  onMove: (node: TreeNode) => void;
}

/** One article, live or a draft: what it says, its versions, and what publishing it would change. */
export function ArticlePanel({ articleId, ...rest }: Props) {
  const tree = useTexts(TREE_TEXTS);
  const read = useArticle(articleId);
  return (
    <>
      <p className="back">
        <Link to="/articles">← {tree.back}</Link>
      </p>
      <Await read={read}>
        {({ article }) => (article ? <Panel article={article} {...rest} /> : <Empty title={tree.missing} />)}
      </Await>
    </>
  );
}

function Panel({ article, nodes, bots, onMove }: Omit<Props, 'articleId'> & { article: Article }) {
  const texts = useTexts(ARTICLE_TEXTS);
  const { query } = useAddress();
  const here = `/articles/${article.id}`;
  const node = findNode(nodes, article.id);
  const draftId = node?.kind === 'article' ? node.draftId : null;
  if (query.has('edit') && article.isDraft) return <EditDraft draft={article} />;
  const tab = query.get('tab') ?? '';
  const other = article.isDraft ? 'impact' : 'versions';
  return (
    <>
      <Head article={article} nodes={nodes} bots={bots} />
      <ArticleActions article={article} draftId={draftId} onMove={node ? () => onMove(node) : null} />
      <Tabs
        label={article.title}
        here={tab === other ? `${here}?tab=${other}` : here}
        entries={[
          [here, texts.tabs.text],
          [`${here}?tab=${other}`, texts.tabs[other]],
        ]}
      />
      {tab === 'impact' && article.isDraft && <DraftImpact draftId={article.id} />}
      {tab === 'versions' && !article.isDraft && <ArticleVersions article={article} />}
      {tab !== other && <Content article={article} />}
    </>
  );
}

function Head({ article, nodes, bots }: { article: Article; nodes: TreeNode[]; bots: Agent[] }) {
  const texts = useTexts(ARTICLE_TEXTS);
  const formats = useFormats();
  const path = pathTo(nodes, article.parentFolderId);
  const botIds = new Set(path.flatMap((folder) => folder.botIds));
  const names = bots.filter(({ id }) => botIds.has(id)).map(({ name }) => name);
  const live = article.active ? 'live' : 'off';
  const state = article.isDraft ? 'draft' : live;
  return (
    <div className="stack tight">
      <small>{path.map(({ title }) => title).join(' › ')}</small>
      <h2>{article.title}</h2>
      <div className="line">
        <Badge tone={{ live: 'good', off: 'plain', draft: 'warn' }[state] as 'good'}>{texts.states[state]}</Badge>
        <small>
          {texts.version(formats.count(article.version))} · {texts.changed(formats.moment(article.updatedAt))}
        </small>
      </div>
      <p className="quiet-text">
        {names.length > 0 ? `${texts.answersFor}: ${names.join(', ')}` : `${texts.answersFor}: ${texts.nobody}`}
      </p>
    </div>
  );
}

function Content({ article }: { article: Article }) {
  const texts = useTexts(ARTICLE_TEXTS);
  const list = (entries: string[]) => (
    <ul>
      {entries.map((entry) => (
        <li key={entry}>{entry}</li>
      ))}
    </ul>
  );
  return (
    <div className="card">
      <div className="prose">{article.mainKnowledge}</div>
      <div>
        <h3>{texts.fields.questions}</h3>
        {list(article.questions)}
      </div>
      <div>
        <h3>{texts.fields.keywords}</h3>
        <p className="line">
          {article.keywords.map((keyword) => (
            <Badge key={keyword}>{keyword}</Badge>
          ))}
        </p>
      </div>
      <div>
        <h3>{texts.fields.agentInstruction}</h3>
        <p className={article.agentInstruction ? 'prose' : 'quiet-text'}>
          {article.agentInstruction || texts.noInstruction}
        </p>
      </div>
      <div>
        <h3>{texts.fields.escalation}</h3>
        <p>{article.escalation ? texts.yes : texts.no}</p>
      </div>
    </div>
  );
}
