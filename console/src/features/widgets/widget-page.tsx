import { useState } from 'react';
import type { Widget } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Copyable } from '../../ui/copy.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Removal } from '../../ui/removal.tsx';
import { Await } from '../../ui/states.tsx';
import { CustomerTokens } from './customer-tokens.tsx';
import { WidgetForm } from './widget-form.tsx';
import { WidgetState } from './widget-state.tsx';
import { WIDGETS_TEXTS } from './widgets-texts.ts';

export function WidgetPage({ widgetId }: { widgetId: string }) {
  const texts = useTexts(WIDGETS_TEXTS);
  const { can } = useSession();
  const widget = useRead('GET /v2/widgets/{widget-id}', { params: { 'widget-id': widgetId } });
  return (
    <Page title={widget.data?.name ?? texts.title} actions={<Link to="/widgets">{texts.all}</Link>}>
      <Await read={widget}>
        {(data) => (
          <>
            <Section title={texts.install}>
              <div>
                <WidgetState widget={data} />
              </div>
              <p className="quiet-text">{texts.installHint}</p>
              <Copyable label={texts.snippet} text={data.snippet} />
            </Section>
            {can('write') && (
              <Section title={texts.settings}>
                <WidgetForm widget={data} />
              </Section>
            )}
            <CustomerTokens snippet={data.snippet} />
            {can('write') && <Remove widget={data} />}
          </>
        )}
      </Await>
    </Page>
  );
}

function Remove({ widget }: { widget: Widget }) {
  const texts = useTexts(WIDGETS_TEXTS);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div>
      <button type="button" className="danger" onClick={() => setIsAsking(true)}>
        {texts.remove}
      </button>
      {isAsking && (
        <Removal
          title={texts.removeQuestion(widget.name)}
          go={texts.remove}
          operation="DELETE /v2/widgets/{widget-id}"
          input={{ params: { 'widget-id': widget.id } }}
          to="/widgets"
          stale={['GET /v2/widgets']}
          onClose={() => setIsAsking(false)}
        >
          <p>{texts.removeText}</p>
        </Removal>
      )}
    </div>
  );
}
