import { useRead } from '../../app/api.ts';
import { useAssign } from '../../app/assign.ts';
import { useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { useUndo } from '../../app/undo.ts';
import { Check } from '../../ui/form.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { BOTS_TEXTS } from './bots-texts.ts';

const TREE = 'GET /v2/hc-folders/public';

/** A folder of the tree, as the API describes it at `snapshotObjV2`. */
interface Folder {
  id: string;
  type: 'folder' | 'article';
  title: string;
  botIds?: string[];
  children?: Folder[];
}

interface Line {
  folder: Folder;
  level: number;
  /** The folder above it that is assigned already. */
  through: Folder | null;
}

/** Every folder with whether the bot answers from it, itself or through one above. */
export function BotFolders({ botId }: { botId: string }) {
  const texts = useTexts(BOTS_TEXTS);
  const tree = useRead(TREE, {});
  return (
    <Await read={tree}>
      {(data) => {
        const lines = listLines(data.snapshotObjV2 as unknown as Folder[], botId);
        if (lines.length > 0) return <Assignment botId={botId} lines={lines} />;
        return (
          <Empty title={texts.noFolders}>
            <p>
              <Link to="/articles">{texts.toArticles}</Link>
            </p>
          </Empty>
        );
      }}
    </Await>
  );
}

function Assignment({ botId, lines }: { botId: string; lines: Line[] }) {
  const texts = useTexts(BOTS_TEXTS);
  const { can } = useSession();
  const tellUndo = useUndo();
  const assign = useAssign();
  const { going } = assign;
  const send = (folderId: string, action: 'ADD' | 'DELETE') => assign.send({ folderId, botId, action });
  const isOn = ({ id, botIds = [] }: Folder) =>
    going?.folderId === id ? going.action === 'ADD' : botIds.includes(botId);
  const toggle = ({ id, title, botIds = [] }: Folder) => {
    const wasOn = botIds.includes(botId);
    const text = wasOn ? texts.unassigned : texts.assigned;
    send(id, wasOn ? 'DELETE' : 'ADD').then(
      () => tellUndo(text(title), () => send(id, wasOn ? 'ADD' : 'DELETE')),
      () => undefined,
    );
  };
  return (
    <fieldset className="card">
      <legend className="strong">{texts.folders}</legend>
      <p className="quiet-text">{texts.foldersHint}</p>
      <ErrorNotice error={assign.error} />
      <div className="stack tight">
        {lines.map(({ folder, level, through }) => (
          <div key={folder.id} className={`indent-${Math.min(level, 6)}`}>
            <Check
              label={through ? `${folder.title} (${texts.inherited(through.title)})` : folder.title}
              checked={through !== null || isOn(folder)}
              disabled={through !== null || going !== null || !can('write')}
              onChange={() => toggle(folder)}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function listLines(nodes: Folder[], botId: string, level = 0, through: Folder | null = null): Line[] {
  return nodes
    .filter(({ type }) => type === 'folder')
    .flatMap((folder) => {
      const here = through ?? (folder.botIds?.includes(botId) ? folder : null);
      return [{ folder, level, through }, ...listLines(folder.children ?? [], botId, level + 1, here)];
    });
}
