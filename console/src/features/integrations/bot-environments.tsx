import type { Agent } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useReversible } from '../../app/reversible.ts';
import { useSession } from '../../app/session.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/form.tsx';
import { Await, ErrorNotice } from '../../ui/states.tsx';
import { ENVIRONMENTS, type EnvironmentName } from './health.tsx';
import { INTEGRATIONS_TEXTS } from './integrations-texts.ts';

/** Moves agents from the sandbox to production, and back. Each is read when this is opened. */
export function BotEnvironmentsDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const agents = useRead('GET /v2/agents', {});
  return (
    <Dialog title={texts.bots} onClose={onClose}>
      <p className="hint">{texts.botsHint}</p>
      <Await read={agents}>
        {(data) => (
          <div className="stack">
            {data.agents
              .filter(({ archivedAt }) => archivedAt === null)
              .map((bot) => (
                <BotEnvironment key={bot.id} bot={bot} />
              ))}
          </div>
        )}
      </Await>
      <div>
        <button type="button" className="main" onClick={onClose}>
          {texts.done}
        </button>
      </div>
    </Dialog>
  );
}

function BotEnvironment({ bot }: { bot: Agent }) {
  const texts = useTexts(INTEGRATIONS_TEXTS);
  const { can } = useSession();
  const params = { 'bot-id': bot.id };
  const read = useRead('GET /v2/agents/{bot-id}/environment', { params });
  const set = useReversible('PUT /v2/agents/{bot-id}/environment', ['GET /v2/agents/{bot-id}/environment']);
  return (
    <Await read={read}>
      {({ environment }) => (
        <>
          <Select
            label={bot.name}
            value={(set.isPending && set.variables?.body.environment) || environment}
            disabled={!can('write') || set.isPending}
            onChange={(event) =>
              set.go({
                name: bot.name,
                now: { params, body: { environment: event.target.value as EnvironmentName } },
                before: { params, body: { environment } },
              })
            }
            options={ENVIRONMENTS.map((name) => [name, texts.environmentNames[name]])}
          />
          <ErrorNotice error={set.error} />
        </>
      )}
    </Await>
  );
}
