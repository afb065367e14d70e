import { useActorName } from '../../app/actors.ts';
import type { PromptVersion } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { navigate, useAddress } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { useUndo } from '../../app/undo.ts';
import { Select } from '../../ui/form.tsx';
import { Lines } from '../../ui/lines.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { PROMPT_TEXTS } from './bots-texts.ts';
import { HISTORY, useSavePrompt } from './prompt-editor.tsx';
import { comparePrompts, promptOf } from './prompt-model.ts';

/** Every saved version: any two compared, any one restored. */
export function PromptHistory({ botId }: { botId: string }) {
  const texts = useTexts(PROMPT_TEXTS);
  const history = useRead(HISTORY, { params: { 'bot-id': botId } });
  return (
    <Await read={history}>
      {(versions) => {
        const [latest] = versions;
        if (!latest) return <Empty title={texts.noVersions} />;
        return <Compare versions={versions} latest={latest} />;
      }}
    </Await>
  );
}

function Compare({ versions, latest }: { versions: PromptVersion[]; latest: PromptVersion }) {
  const texts = useTexts(PROMPT_TEXTS);
  const formats = useFormats();
  const actorName = useActorName();
  const { query } = useAddress();
  const { can } = useSession();
  const pick = (name: string, otherwise: PromptVersion) =>
    versions.find(({ version }) => String(version) === query.get(name)) ?? otherwise;
  const before = pick('from', versions[1] ?? latest);
  const after = pick('to', latest);
  const go = (from: string | number, to: string | number) =>
    navigate(`/bots/${latest.botId}?tab=history&from=${from}&to=${to}`, { replace: true });
  const options = versions.map(({ version, createdBy, createdByName, createdAt }): [string, string] => {
    const name = version === latest.version ? texts.now(formats.count(version)) : formats.count(version);
    return [String(version), `${name}, ${actorName(createdBy, createdByName)}, ${formats.moment(createdAt)}`];
  });
  const differences = comparePrompts(promptOf(before), promptOf(after), texts.off);
  return (
    <div className="card">
      <div className="grid">
        <Select
          label={texts.compare}
          value={String(before.version)}
          onChange={(event) => go(event.target.value, after.version)}
          options={options}
        />
        <Select
          label={texts.with}
          value={String(after.version)}
          onChange={(event) => go(before.version, event.target.value)}
          options={options}
        />
      </div>
      {differences.length === 0 && <p className="quiet-text">{texts.same}</p>}
      {differences.map(({ part, lines }) => (
        <div key={part}>
          <h2>{texts.sections[part]}</h2>
          <Lines lines={lines} />
        </div>
      ))}
      {can('write') && before !== latest && <Restore version={before} latest={latest} />}
    </div>
  );
}

/** A new version with what the old one said, so the way back is the same. */
function Restore({ version, latest }: { version: PromptVersion; latest: PromptVersion }) {
  const texts = useTexts(PROMPT_TEXTS);
  const formats = useFormats();
  const tellUndo = useUndo();
  const save = useSavePrompt();
  const name = formats.count(version.version);
  const send = (wanted: PromptVersion) =>
    save.mutateAsync({ params: { 'bot-id': wanted.botId }, body: promptOf(wanted) });
  const go = () =>
    void send(version).then(
      () => {
        navigate(`/bots/${version.botId}?tab=history`, { replace: true });
        return tellUndo(texts.restored(name), () => send(latest));
      },
      () => undefined,
    );
  return (
    <div className="stack">
      <ErrorNotice error={save.error} />
      <div>
        <button type="button" disabled={save.isPending} onClick={go}>
          {texts.restore(name)}
        </button>
      </div>
    </div>
  );
}
