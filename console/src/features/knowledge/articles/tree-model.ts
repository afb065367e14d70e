/** The tree of folders and articles as the page needs it: drafts beside what is live, and only the rows that are open. */
import type { Article, FolderTree } from '../../../app/api.gen.ts';

export interface FolderNode {
  kind: 'folder';
  id: string;
  title: string;
  description: string;
  parentId: string | null;
  /** The bots that it is assigned to itself. */
  botIds: string[];
  children: TreeNode[];
}

export interface ArticleNode {
  kind: 'article';
  id: string;
  title: string;
  parentId: string | null;
  state: 'live' | 'off' | 'draft';
  /** Of a live article: the draft that would change it. */
  draftId: string | null;
}

export type TreeNode = FolderNode | ArticleNode;

/** What the API answers for a node, see its description of `snapshotObjV2`. */
interface ApiNode {
  id: string;
  type: 'folder' | 'article';
  title: string;
  parentFolderId: string | null;
  description?: string;
  botIds?: string[];
  children?: ApiNode[];
  active?: boolean;
}

/** New drafts stand in their folder behind what is live; those of a live article are its `draftId`. */
export function buildTree(tree: FolderTree, drafts: readonly Article[]): TreeNode[] {
  const draftOf = new Map(drafts.map((draft) => [draft.originalArticleId, draft.id]));
  const newIn = Map.groupBy(
    drafts.filter(({ originalArticleId }) => originalArticleId === null),
    ({ parentFolderId }) => parentFolderId,
  );
  const inside = (nodes: ApiNode[], folderId: string | null): TreeNode[] => [
    ...nodes.map((node): TreeNode => {
      const { id, title, parentFolderId: parentId } = node;
      if (node.type === 'article') {
        const state = node.active === false ? 'off' : 'live';
        return { kind: 'article', id, title, parentId, state, draftId: draftOf.get(id) ?? null };
      }
      const { description = '', botIds = [], children = [] } = node;
      return { kind: 'folder', id, title, parentId, description, botIds, children: inside(children, id) };
    }),
    ...(newIn.get(folderId) ?? []).map(
      ({ id, title }): TreeNode => ({ kind: 'article', id, title, parentId: folderId, state: 'draft', draftId: null }),
    ),
  ];
  return inside(tree.snapshotObjV2 as unknown as ApiNode[], null);
}

export interface Row {
  node: TreeNode;
  /** From 1. */
  level: number;
  position: number;
  setSize: number;
  isOpen: boolean;
}

/** The rows that can be seen, from above to below. */
export function visibleRows(nodes: readonly TreeNode[], isOpen: (folder: FolderNode) => boolean, level = 1): Row[] {
  return nodes.flatMap((node, index) => {
    const open = node.kind === 'folder' && isOpen(node);
    const row = { node, level, position: index + 1, setSize: nodes.length, isOpen: open };
    return open ? [row, ...visibleRows(node.children, isOpen, level + 1)] : [row];
  });
}

/** What has `text` in its title, with the folders above it; a folder that fits keeps all that is in it. */
export function searchTree(nodes: readonly TreeNode[], text: string): TreeNode[] {
  return nodes.flatMap((node): TreeNode[] => {
    if (node.title.toLowerCase().includes(text)) return [node];
    if (node.kind === 'article') return [];
    const children = searchTree(node.children, text);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** Every folder with those above it, the highest first. */
export function listFolders(nodes: readonly TreeNode[], above: FolderNode[] = []): FolderNode[][] {
  return nodes.flatMap((node) => {
    if (node.kind === 'article') return [];
    const path = [...above, node];
    return [path, ...listFolders(node.children, path)];
  });
}

export function findNode(nodes: readonly TreeNode[], id: string): TreeNode | null {
  for (const node of nodes) {
    if (node.id === id) return node;
    const found = node.kind === 'folder' ? findNode(node.children, id) : null;
    if (found) return found;
  }
  return null;
}

/** The folders above something in `folderId`, the highest first. */
export const pathTo = (nodes: readonly TreeNode[], folderId: string | null): FolderNode[] =>
  listFolders(nodes).find((path) => path.at(-1)?.id === folderId) ?? [];

/** A folder can not stand in itself or below itself. */
export const mayMoveInto = (node: TreeNode, folderId: string | null): boolean =>
  node.parentId !== folderId &&
  (node.kind === 'article' || (node.id !== folderId && (folderId === null || !findNode(node.children, folderId))));

export const countArticles = (nodes: readonly TreeNode[]): number =>
  nodes.reduce((sum, node) => sum + (node.kind === 'article' ? 1 : countArticles(node.children)), 0);
