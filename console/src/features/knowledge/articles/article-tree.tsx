import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../app/language.ts';
import { navigate } from '../../../app/router.tsx';
import { Badge } from '../../../ui/page.tsx';
import { TREE_TEXTS } from './articles-texts.ts';
import { type FolderNode, mayMoveInto, type Row, type TreeNode, visibleRows } from './tree-model.ts';

export const addressOfNode = ({ kind, id }: TreeNode) =>
  kind === 'folder' ? `/articles?folder=${id}` : `/articles/${id}`;

interface Props {
  nodes: TreeNode[];
  /** What the page shows beside the tree. */
  selectedId: string | null;
  /** A search shows all that it found, whatever was closed. */
  isSearch: boolean;
  mayChange: boolean;
  onMove: (node: TreeNode, folderId: string | null) => void;
  onRename: (folder: FolderNode) => void;
}

/** A tree as WAI-ARIA describes it: one row has the focus, the arrow keys walk, letters jump. Rows can be dragged. */
export function ArticleTree({ nodes, selectedId, isSearch, mayChange, onMove, onRename }: Props) {
  const texts = useTexts(TREE_TEXTS);
  const box = useRef<HTMLUListElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focusedId, setFocusedId] = useState<string | null>(selectedId);
  const [carried, setCarried] = useState<TreeNode | null>(null);
  const rows = visibleRows(nodes, ({ id }) => isSearch || !closed.has(id));
  const focused = rows.find(({ node }) => node.id === focusedId) ?? rows[0];
  const open = (folder: FolderNode, isOpen: boolean) => {
    const next = new Set(closed);
    if (isOpen) next.delete(folder.id);
    else next.add(folder.id);
    setClosed(next);
  };
  const focus = (row: Row | undefined) => {
    if (!row) return;
    setFocusedId(row.node.id);
    box.current?.querySelector<HTMLElement>(`[data-id="${row.node.id}"]`)?.focus();
  };
  const drop = (folderId: string | null) => {
    if (carried && mayMoveInto(carried, folderId)) onMove(carried, folderId);
    setCarried(null);
  };
  const press = (event: KeyboardEvent) => {
    if (!focused) return;
    const act = keyAction(event, { rows, focused, focus, open, drop, carry: setCarried, mayChange, onRename });
    if (!act) return;
    event.preventDefault();
    act();
  };
  // A row that was moved or renamed keeps the focus that its folder's redrawing took away.
  useEffect(() => setFocusedId((old) => selectedId ?? old), [selectedId]);
  return (
    <>
      <ul ref={box} role="tree" aria-label={texts.tree} className="tree" onKeyDown={press}>
        {rows.map((row) => (
          <TreeRow
            key={row.node.id}
            row={row}
            isFocused={row === focused}
            isSelected={row.node.id === selectedId}
            isCarried={row.node.id === carried?.id}
            takes={carried !== null && row.node.kind === 'folder' && mayMoveInto(carried, row.node.id)}
            mayChange={mayChange}
            onOpen={open}
            onFocus={() => setFocusedId(row.node.id)}
            onCarry={setCarried}
            onDrop={drop}
          />
        ))}
      </ul>
      <div role="status">
        {carried && carried.parentId !== null && <TopTarget onDrop={() => drop(null)} />}
        {carried && <p className="quiet-text">{texts.carried(carried.title)}</p>}
      </div>
    </>
  );
}

interface KeyScene {
  rows: Row[];
  focused: Row;
  focus: (row: Row | undefined) => void;
  open: (folder: FolderNode, isOpen: boolean) => void;
  drop: (folderId: string | null) => void;
  carry: (node: TreeNode | null) => void;
  mayChange: boolean;
  onRename: (folder: FolderNode) => void;
}

/** What a key does on the row with the focus; null: nothing of ours. Source: the tree pattern of the ARIA practices guide. */
function keyAction(event: KeyboardEvent, scene: KeyScene): (() => void) | null {
  const { rows, focused, focus, open, drop, carry, mayChange, onRename } = scene;
  const { node, isOpen } = focused;
  const at = rows.indexOf(focused);
  if (event.ctrlKey || event.metaKey) {
    if (!mayChange) return null;
    if (event.key === 'x') return () => carry(node);
    if (event.key === 'v') return () => drop(node.kind === 'folder' ? node.id : node.parentId);
    return null;
  }
  const parent = () => focus(rows.find((row) => row.node.id === node.parentId));
  const folder = node.kind === 'folder' ? node : null;
  const actions: Record<string, (() => void) | null> = {
    ArrowDown: () => focus(rows[at + 1]),
    ArrowUp: () => focus(rows[at - 1]),
    Home: () => focus(rows[0]),
    End: () => focus(rows.at(-1)),
    ArrowRight:
      folder &&
      (isOpen ? () => focus(folder.children.length > 0 ? rows[at + 1] : undefined) : () => open(folder, true)),
    ArrowLeft: folder && isOpen ? () => open(folder, false) : parent,
    Enter: () => navigate(addressOfNode(node)),
    ' ': () => navigate(addressOfNode(node)),
    Escape: () => carry(null),
    F2: folder && mayChange ? () => onRename(folder) : null,
  };
  if (event.key in actions) return actions[event.key] ?? null;
  if (event.key.length !== 1 || event.altKey) return null;
  const letter = event.key.toLowerCase();
  const following = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  return () => focus(following.find((row) => row.node.title.toLowerCase().startsWith(letter)));
}

interface RowProps {
  row: Row;
  isFocused: boolean;
  isSelected: boolean;
  isCarried: boolean;
  /** Whether what is carried could be put into it. */
  takes: boolean;
  mayChange: boolean;
  onOpen: (folder: FolderNode, isOpen: boolean) => void;
  onFocus: () => void;
  onCarry: (node: TreeNode | null) => void;
  onDrop: (folderId: string) => void;
}

function TreeRow({
  row,
  isFocused,
  isSelected,
  isCarried,
  takes,
  mayChange,
  onOpen,
  onFocus,
  onCarry,
  onDrop,
}: RowProps) {
  const { node, level, position, setSize, isOpen } = row;
  const [isOver, setIsOver] = useState(false);
  const folder = node.kind === 'folder' ? node : null;
  const over = (event: DragEvent) => {
    if (!takes) return;
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <li
      role="treeitem"
      data-id={node.id}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-expanded={folder ? isOpen : undefined}
      aria-selected={isSelected}
      tabIndex={isFocused ? 0 : -1}
      className={`level-${Math.min(level, 8)} ${isCarried ? 'carried' : ''} ${isOver && takes ? 'over' : ''}`}
      draggable={mayChange}
      onFocus={onFocus}
      onClick={() => navigate(addressOfNode(node))}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', node.title);
        onCarry(node);
      }}
      onDragEnd={() => onCarry(null)}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onDrop(node.id);
      }}
    >
      <span
        aria-hidden="true"
        className="twist"
        onClick={(event) => {
          if (!folder) return;
          event.stopPropagation();
          onOpen(folder, !isOpen);
        }}
      >
        {folder && (isOpen ? '▾' : '▸')}
      </span>
      <span className={folder ? 'strong' : undefined}>{node.title}</span>
      <Mark node={node} />
    </li>
  );
}

function Mark({ node }: { node: TreeNode }) {
  const { states } = useTexts(TREE_TEXTS);
  if (node.kind === 'folder') return null;
  if (node.state === 'draft') return <Badge tone="warn">{states.draft}</Badge>;
  if (node.draftId) return <Badge tone="warn">{states.changing}</Badge>;
  return node.state === 'off' && <Badge>{states.off}</Badge>;
}

function TopTarget({ onDrop }: { onDrop: () => void }) {
  const texts = useTexts(TREE_TEXTS);
  return (
    <button
      type="button"
      className="drop"
      onClick={onDrop}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      {texts.toTop}
    </button>
  );
}
