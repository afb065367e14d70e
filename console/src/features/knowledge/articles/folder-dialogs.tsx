import { type FormEvent, useState } from 'react';
import { useChange } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { useReversible } from '../../../app/reversible.ts';
import { navigate } from '../../../app/router.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, problemOf, Select, TextArea } from '../../../ui/form.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { FOLDER_TEXTS, TREE_TEXTS } from './articles-texts.ts';
import { TREE } from './reads.ts';
import { type FolderNode, listFolders, mayMoveInto, type TreeNode } from './tree-model.ts';

interface FolderProps {
  /** Null: a new one is made. */
  folder: FolderNode | null;
  parentId: string | null;
  onClose: () => void;
}

/** Names and describes a folder, a new one or one that is there. */
export function FolderDialog({ folder, parentId, onClose }: FolderProps) {
  const texts = useTexts(FOLDER_TEXTS);
  const tree = useTexts(TREE_TEXTS);
  const [title, setTitle] = useState(folder?.title ?? '');
  const [description, setDescription] = useState(folder?.description ?? '');
  const create = useChange('POST /v2/hc-folders/public', [TREE]);
  const update = useReversible('PUT /v2/hc-folders/{folder-id}/public', [TREE]);
  const error = create.error ?? update.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (folder) {
      const params = { 'folder-id': folder.id };
      const before = { params, body: { title: folder.title, description: folder.description } };
      update.go({ name: title, now: { params, body: { title, description } }, before, onDone: onClose });
      return;
    }
    const done = ({ id }: { id: string }) => {
      onClose();
      navigate(`/articles?folder=${id}`);
    };
    create.mutate({ body: { title, description, parentFolderId: parentId ?? '' } }, { onSuccess: done });
  };
  return (
    <Dialog title={folder ? texts.edit : tree.newFolder} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <ErrorNotice error={error} />
        <Field
          label={texts.name}
          autoFocus
          required
          maxLength={300}
          problem={problemOf(error, '/title')}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextArea
          label={texts.description}
          hint={texts.descriptionHint}
          rows={3}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <div className="actions">
          <button className="main" type="submit" disabled={create.isPending || update.isPending}>
            {folder ? texts.save : texts.create}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface MoveProps {
  node: TreeNode;
  nodes: TreeNode[];
  onMove: (node: TreeNode, folderId: string | null) => void;
  onClose: () => void;
}

/** Moving without a mouse and without knowing any keys. */
export function MoveDialog({ node, nodes, onMove, onClose }: MoveProps) {
  const texts = useTexts(FOLDER_TEXTS);
  const tree = useTexts(TREE_TEXTS);
  const targets: [string, string][] = [
    ...(mayMoveInto(node, null) ? [['', tree.top] as [string, string]] : []),
    ...listFolders(nodes)
      .filter((path) => mayMoveInto(node, path.at(-1)?.id ?? null))
      .map((path): [string, string] => [path.at(-1)?.id ?? '', path.map(({ title }) => title).join(' › ')]),
  ];
  const [target, setTarget] = useState(targets[0]?.[0] ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    onMove(node, target || null);
  };
  return (
    <Dialog title={texts.moveTitle(node.title)} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Select
          label={texts.into}
          autoFocus
          value={target}
          onChange={(event) => setTarget(event.target.value)}
          options={targets}
        />
        <div className="actions">
          <button className="main" type="submit" disabled={targets.length === 0}>
            {texts.move}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
