import { useState } from 'react';
import type { Agent, Widget } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Page } from '../../ui/page.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { NewWidgetDialog } from './new-widget-dialog.tsx';
import { WidgetState } from './widget-state.tsx';
import { WIDGETS_TEXTS } from './widgets-texts.ts';

export function WidgetsPage() {
  const texts = useTexts(WIDGETS_TEXTS);
  const { can } = useSession();
  const widgets = useRead('GET /v2/widgets', {});
  const agents = useRead('GET /v2/agents', {});
  const [isCreating, setIsCreating] = useState(false);
  const bots = agents.data?.agents ?? [];
  const usable = bots.filter(({ archivedAt }) => !archivedAt);
  const create = can('write') && usable.length > 0 && (
    <button type="button" className="main" onClick={() => setIsCreating(true)}>
      {texts.create}
    </button>
  );
  return (
    <Page title={texts.title} actions={widgets.data && widgets.data.widgets.length > 0 && create}>
      <p className="quiet-text">{texts.lead}</p>
      <Await read={widgets}>
        {(data) =>
          data.widgets.length === 0 ? (
            <Empty title={texts.none}>
              <p>{texts.noneHint}</p>
              {agents.data && usable.length === 0 ? (
                <p>
                  {texts.noBot} <Link to="/bots">{texts.toBots}</Link>
                </p>
              ) : (
                <div>{create}</div>
              )}
            </Empty>
          ) : (
            <ul className="list">
              {data.widgets.map((widget) => (
                <WidgetRow key={widget.id} widget={widget} bots={bots} />
              ))}
            </ul>
          )
        }
      </Await>
      {isCreating && <NewWidgetDialog bots={usable} onClose={() => setIsCreating(false)} />}
    </Page>
  );
}

function WidgetRow({ widget, bots }: { widget: Widget; bots: Agent[] }) {
  const bot = bots.find(({ id }) => id === widget.botId);
  return (
    <li>
      <div>
        <Link to={`/widgets/${widget.id}`} className="strong">
          {widget.name}
        </Link>
        <small>{[bot?.name, ...widget.allowedOrigins].filter(Boolean).join(' · ')}</small>
      </div>
      <WidgetState widget={widget} />
    </li>
  );
}
