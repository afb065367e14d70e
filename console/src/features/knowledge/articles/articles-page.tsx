import { useMemo, useState } from 'react';
import type { Agent } from '../../../app/api.gen.ts';
import { useChange, useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { Link, navigate, useAddress } from '../../../app/router.tsx';
import { useSession } from '../../../app/session.tsx';
import { useUndo } from '../../../app/undo.ts';
import { Field } from '../../../ui/form.tsx';
import { Page } from '../../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../../ui/states.tsx';
import { ArticlePanel } from './article-panel.tsx';
import { ArticleTree } from './article-tree.tsx';
import { TREE_TEXTS } from './articles-texts.ts';
import { FolderDialog, MoveDialog } from './folder-dialogs.tsx';
import { FolderPanel } from './folder-panel.tsx';
import { NewArticle } from './new-article.tsx';
import { ARTICLES, useDrafts, useTree } from './reads.ts';
import {
  buildTree,
  countArticles,
  type FolderNode,
  findNode,
  listFolders,
  searchTree,
  type TreeNode,
} from './tree-model.ts';

/** What lies open above the page. */
type Open = { kind: 'folder'; folder: FolderNode | null; parentId: string | null } | { kind: 'move'; node: TreeNode };

/** The tree beside what is chosen in it. On a phone one of the two. */
export function ArticlesPage({ articleId = null }: { articleId?: string | undefined | null }) {
  const texts = useTexts(TREE_TEXTS);
  const { query } = useAddress();
  const tree = useTree();
  const drafts = useDrafts();
  const agents = useRead('GET /v2/agents', {});
  const nodes = useMemo(() => tree.data && drafts.data && buildTree(tree.data, drafts.data), [tree.data, drafts.data]);
  const read = { data: nodes, error: tree.error ?? drafts.error, refetch: () => [tree.refetch(), drafts.refetch()] };
  const bots = agents.data?.agents.filter(({ archivedAt }) => archivedAt === null) ?? [];
  return (
    <Page title={texts.title} called={nodes && findNode(nodes, articleId ?? query.get('folder') ?? '')?.title}>
      <ErrorNotice error={agents.error} onRetry={agents.refetch} />
      <Await read={read}>{(data) => <Articles nodes={data} bots={bots} articleId={articleId} />}</Await>
    </Page>
  );
}

function Articles({ nodes, bots, articleId }: { nodes: TreeNode[]; bots: Agent[]; articleId: string | null }) {
  const { query } = useAddress();
  const [open, setOpen] = useState<Open | null>(null);
  const folderId = query.get('folder');
  const isNew = query.has('new');
  const move = useMove(nodes);
  const isChosen = articleId !== null || folderId !== null || isNew;
  const askMove = (node: TreeNode) => setOpen({ kind: 'move', node });
  return (
    <div className={`split ${isChosen ? 'chosen' : ''}`}>
      <TreeSide
        nodes={nodes}
        selectedId={articleId ?? folderId}
        onMove={move.go}
        onRename={(folder) => setOpen({ kind: 'folder', folder, parentId: folder.parentId })}
        onNewFolder={() => setOpen({ kind: 'folder', folder: null, parentId: folderId })}
      />
      <div className="stack">
        <ErrorNotice error={move.error} />
        <Chosen
          nodes={nodes}
          bots={bots}
          articleId={articleId}
          onEditFolder={(folder) => setOpen({ kind: 'folder', folder, parentId: folder.parentId })}
          onNewFolder={(parentId) => setOpen({ kind: 'folder', folder: null, parentId })}
          onMove={askMove}
        />
      </div>
      {open?.kind === 'folder' && <FolderDialog {...open} onClose={() => setOpen(null)} />}
      {open?.kind === 'move' && (
        <MoveDialog node={open.node} nodes={nodes} onMove={move.go} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

interface ChosenProps {
  nodes: TreeNode[];
  bots: Agent[];
  articleId: string | null;
  onEditFolder: (folder: FolderNode) => void;
  onNewFolder: (parentId: string | null) => void;
  onMove: (node: TreeNode) => void;
}

function Chosen({ nodes, bots, articleId, onEditFolder, onNewFolder, onMove }: ChosenProps) {
  const texts = useTexts(TREE_TEXTS);
  const { query } = useAddress();
  const folderId = query.get('folder');
  if (query.has('new')) return <NewArticle folderId={folderId} />;
  if (articleId !== null) {
    return <ArticlePanel key={articleId} articleId={articleId} nodes={nodes} bots={bots} onMove={onMove} />;
  }
  if (folderId === null) return nodes.length === 0 ? <Nothing /> : <p className="quiet-text">{texts.choose}</p>;
  const folder = findNode(nodes, folderId);
  if (folder?.kind !== 'folder') return <Empty title={texts.missing} />;
  return (
    <FolderPanel
      key={folder.id}
      folder={folder}
      nodes={nodes}
      bots={bots}
      onEdit={() => onEditFolder(folder)}
      onNewFolder={() => onNewFolder(folder.id)}
      onMove={() => onMove(folder)}
    />
  );
}

function Nothing() {
  const texts = useTexts(TREE_TEXTS);
  return (
    <Empty title={texts.none}>
      <p>{texts.noneHint}</p>
      <p>
        <Link to="/sources">{texts.toSources}</Link>
      </p>
    </Empty>
  );
}

interface SideProps {
  nodes: TreeNode[];
  selectedId: string | null;
  onMove: (node: TreeNode, folderId: string | null) => void;
  onRename: (folder: FolderNode) => void;
  onNewFolder: () => void;
}

function TreeSide({ nodes, selectedId, onMove, onRename, onNewFolder }: SideProps) {
  const texts = useTexts(TREE_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const { query } = useAddress();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const shown = wanted === '' ? nodes : searchTree(nodes, wanted);
  const folderId = query.get('folder');
  return (
    <div className="stack tree-side">
      {can('write') && (
        <div className="actions">
          <button
            type="button"
            className="main"
            onClick={() => navigate(`/articles?new${folderId ? `&folder=${folderId}` : ''}`)}
          >
            {texts.newArticle}
          </button>
          <button type="button" onClick={onNewFolder}>
            {texts.newFolder}
          </button>
        </div>
      )}
      <Field label={texts.search} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      {shown.length === 0 && wanted !== '' && <p className="quiet-text">{texts.noMatch}</p>}
      {shown.length > 0 && (
        <ArticleTree
          nodes={shown}
          selectedId={selectedId}
          isSearch={wanted !== ''}
          mayChange={can('write')}
          onMove={onMove}
          onRename={onRename}
        />
      )}
      <p className="quiet-text">
        {texts.counts(formats.count(listFolders(nodes).length), formats.count(countArticles(nodes)))}
      </p>
      {can('write') && nodes.length > 0 && <p className="quiet-text">{texts.keys}</p>}
    </div>
  );
}

/** Moves a folder or an article, and offers to take it back. */
function useMove(nodes: TreeNode[]) {
  const texts = useTexts(TREE_TEXTS);
  const tellUndo = useUndo();
  const moveArticle = useChange('PUT /v2/hc-articles/{article-id}/move/public', ARTICLES);
  const moveFolder = useChange('PUT /v2/hc-folders/{folder-id}/move/public', ARTICLES);
  const send = (node: TreeNode, folderId: string | null) => {
    const body = { parentFolderId: folderId ?? '' };
    return node.kind === 'folder'
      ? moveFolder.mutateAsync({ params: { 'folder-id': node.id }, body })
      : moveArticle.mutateAsync({ params: { 'article-id': node.id }, body });
  };
  const go = (node: TreeNode, folderId: string | null) => {
    const folder = folderId === null ? null : findNode(nodes, folderId);
    send(node, folderId).then(
      () => tellUndo(texts.moved(node.title, folder?.title ?? texts.top), () => send(node, node.parentId)),
      () => undefined,
    );
  };
  return { go, error: moveArticle.error ?? moveFolder.error };
}
