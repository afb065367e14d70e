import { useState } from 'react';
import type { Widget } from '../../app/api.gen.ts';
import { useChange, useRead, useRefresh } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link, navigate } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Copyable } from '../../ui/copy.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Await, ErrorNotice } from '../../ui/states.tsx';
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
  const refresh = useRefresh();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useChange('DELETE /v2/widgets/{widget-id}');
  const removed = () => {
    navigate('/widgets');
    void refresh(['GET /v2/widgets']);
  };
  return (
    <div>
      <button type="button" className="danger" onClick={() => setIsAsking(true)}>
        {texts.remove}
      </button>
      {isAsking && (
        <Confirm
          title={texts.removeQuestion(widget.name)}
          go={texts.remove}
          isBusy={remove.isPending}
          onGo={() => remove.mutate({ params: { 'widget-id': widget.id } }, { onSuccess: removed })}
          onClose={() => setIsAsking(false)}
        >
          <ErrorNotice error={remove.error} />
          <p>{texts.removeText}</p>
        </Confirm>
      )}
    </div>
  );
}
