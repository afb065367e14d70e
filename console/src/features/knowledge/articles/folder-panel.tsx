import type { Agent } from '../../../app/api.gen.ts';
import { useChange, useRefresh } from '../../../app/api.ts';
import { useAssign } from '../../../app/assign.ts';
import { useTexts } from '../../../app/language.ts';
import { Link, navigate } from '../../../app/router.tsx';
import { useSession } from '../../../app/session.tsx';
import { useUndo } from '../../../app/undo.ts';
import { Check } from '../../../ui/form.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { FOLDER_TEXTS, TREE_TEXTS } from './articles-texts.ts';
import { TREE } from './reads.ts';
import { type FolderNode, pathTo, type TreeNode } from './tree-model.ts';

interface Props {
  folder: FolderNode;
  nodes: TreeNode[];
  bots: Agent[];
  onEdit: () => void;
  onNewFolder: () => void;
  onMove: () => void;
}

/** What a folder is for, which bots answer from it, and what can be done with it. */
export function FolderPanel({ folder, nodes, bots, onEdit, onNewFolder, onMove }: Props) {
  const texts = useTexts(FOLDER_TEXTS);
  const tree = useTexts(TREE_TEXTS);
  const { can } = useSession();
  const above = pathTo(nodes, folder.parentId);
  return (
    <>
      <p className="back">
        <Link to="/articles">← {tree.back}</Link>
      </p>
      <div>
        {above.length > 0 && <small>{above.map(({ title }) => title).join(' › ')}</small>}
        <h2>{folder.title}</h2>
      </div>
      <p className={folder.description ? undefined : 'quiet-text'}>{folder.description || texts.noDescription}</p>
      {can('write') && (
        <>
          <div className="actions">
            <button type="button" className="main" onClick={() => navigate(`/articles?new&folder=${folder.id}`)}>
              {tree.newArticle}
            </button>
            <button type="button" onClick={onNewFolder}>
              {tree.newFolder}
            </button>
            <button type="button" onClick={onEdit}>
              {texts.edit}
            </button>
            <button type="button" onClick={onMove}>
              {texts.move}
            </button>
            {folder.children.length === 0 && <RemoveFolder folder={folder} />}
          </div>
          {folder.children.length > 0 && <p className="quiet-text">{texts.notEmpty}</p>}
        </>
      )}
      <Assignment folder={folder} above={above} bots={bots} />
    </>
  );
}

/** Only an empty folder can go, so it can come back as it was. */
function RemoveFolder({ folder }: { folder: FolderNode }) {
  const texts = useTexts(FOLDER_TEXTS);
  const tellUndo = useUndo();
  const refresh = useRefresh();
  const remove = useChange('DELETE /v2/hc-folders/{folder-id}/public');
  const create = useChange('POST /v2/hc-folders/public', [TREE]);
  const assign = useChange('POST /v2/hc-bot-folder-junctions/public', [TREE]);
  const restore = async () => {
    const { title, description, parentId, botIds } = folder;
    const made = await create.mutateAsync({ body: { title, description, parentFolderId: parentId ?? '' } });
    const junctions = botIds.map((botId) => ({ folderId: made.id, botId, action: 'ADD' as const }));
    if (junctions.length > 0) await assign.mutateAsync({ body: { junctions } });
  };
  const go = () => {
    const done = () => {
      navigate('/articles', { replace: true });
      void refresh([TREE]);
      tellUndo(texts.removed(folder.title), restore);
    };
    remove.mutate({ params: { 'folder-id': folder.id } }, { onSuccess: done });
  };
  return (
    <>
      <button type="button" className="danger" disabled={remove.isPending} onClick={go}>
        {texts.remove}
      </button>
      <ErrorNotice error={remove.error ?? create.error ?? assign.error} />
    </>
  );
}

function Assignment({ folder, above, bots }: { folder: FolderNode; above: FolderNode[]; bots: Agent[] }) {
  const texts = useTexts(FOLDER_TEXTS);
  const { can } = useSession();
  const tellUndo = useUndo();
  const assign = useAssign();
  const { going } = assign;
  const send = (botId: string, action: 'ADD' | 'DELETE') => assign.send({ folderId: folder.id, botId, action });
  const isOn = ({ id }: Agent) => (going?.botId === id ? going.action === 'ADD' : folder.botIds.includes(id));
  const toggle = ({ id, name }: Agent) => {
    const [now, back] = folder.botIds.includes(id) ? (['DELETE', 'ADD'] as const) : (['ADD', 'DELETE'] as const);
    const text = now === 'ADD' ? texts.assigned : texts.unassigned;
    send(id, now).then(
      () => tellUndo(text(name, folder.title), () => send(id, back)),
      () => undefined,
    );
  };
  return (
    <fieldset className="card">
      <legend className="strong">{texts.bots}</legend>
      <ErrorNotice error={assign.error} />
      {bots.length === 0 && (
        <p className="quiet-text">
          {texts.noBots} {can('write') && <Link to="/bots">{texts.toBots}</Link>}
        </p>
      )}
      {bots.map((bot) => {
        const through = above.find(({ botIds }) => botIds.includes(bot.id));
        return (
          <Check
            key={bot.id}
            label={through ? `${bot.name} (${texts.inherited(through.title)})` : bot.name}
            checked={through !== undefined || isOn(bot)}
            disabled={through !== undefined || going !== null || !can('write')}
            onChange={() => toggle(bot)}
          />
        );
      })}
    </fieldset>
  );
}
