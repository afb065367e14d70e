import { useState } from 'react';
import type { LanguageModel } from '../../app/api.gen.ts';
import { ApiError, useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { said } from '../../app/said.ts';
import { useSession } from '../../app/session.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { ModelForm } from './model-form.tsx';
import { MODEL_TEXTS } from './model-texts.ts';

const MODEL = 'GET /v2/language-model';

/** Which language model phrases the answers of the workspace, and whether it can be reached. */
export function ModelPage() {
  const texts = useTexts(MODEL_TEXTS);
  const read = useRead(MODEL, {});
  const hasNone = read.error instanceof ApiError && read.error.code === 'no_language_model';
  return (
    <Page title={texts.title}>
      <p className="quiet-text">{texts.lead}</p>
      {hasNone ? <NoModel /> : <Await read={read}>{(model) => <Model model={model} />}</Await>}
    </Page>
  );
}

function NoModel() {
  const texts = useTexts(MODEL_TEXTS);
  const { can } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <ModelForm model={null} />;
  return (
    <Empty title={texts.none}>
      <p>{texts.noneHint}</p>
      {can('write') && (
        <div>
          <button type="button" className="main" onClick={() => setIsOpen(true)}>
            {texts.connect}
          </button>
        </div>
      )}
    </Empty>
  );
}

function Model({ model }: { model: LanguageModel }) {
  const { can } = useSession();
  return (
    <>
      {can('write') && <CheckConnection />}
      <ModelForm key={model.updatedAt} model={model} />
      {can('write') && <Remove />}
    </>
  );
}

function CheckConnection() {
  const texts = useTexts(MODEL_TEXTS);
  const formats = useFormats();
  const check = useChange('POST /v2/language-model/check');
  return (
    <div className="stack">
      <div className="line">
        <button type="button" disabled={check.isPending} onClick={() => check.mutate({})}>
          {texts.check}
        </button>
        <span role="status">{check.isPending && texts.checking}</span>
      </div>
      <ErrorNotice error={check.error} />
      {check.data && (
        <p className={`notice ${check.data.ok ? 'good' : 'bad'}`} role="status">
          {check.data.ok
            ? texts.works(
                formats.count(check.data.durationMs),
                formats.count(check.data.inputTokens + check.data.outputTokens),
              )
            : said(check.data.problem ?? '')}
        </p>
      )}
    </div>
  );
}

function Remove() {
  const texts = useTexts(MODEL_TEXTS);
  const [asks, setAsks] = useState(false);
  const remove = useChange('DELETE /v2/language-model', [MODEL]);
  return (
    <div>
      <button type="button" className="danger" onClick={() => setAsks(true)}>
        {texts.remove}
      </button>
      {asks && (
        <Confirm
          title={texts.removeQuestion}
          go={texts.remove}
          isBusy={remove.isPending}
          onGo={() => remove.mutate({}, { onSettled: () => setAsks(false) })}
          onClose={() => setAsks(false)}
        >
          <p>{texts.removeText}</p>
        </Confirm>
      )}
      <ErrorNotice error={remove.error} />
    </div>
  );
}
