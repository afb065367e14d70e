import { type FormEvent, useState } from 'react';
import { useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { navigate } from '../../app/router.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextArea } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { EDITOR_TEXTS, RULEBOOK_TEXTS } from './rulebook-texts.ts';

/** A rule is written in words, or begun empty; either way it is a draft that opens in the editor. */
export function NewRuleDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(RULEBOOK_TEXTS);
  const [isInWords, setIsInWords] = useState(true);
  return (
    <Dialog title={texts.how} onClose={onClose}>
      <div className="actions">
        <button type="button" aria-pressed={isInWords} onClick={() => setIsInWords(true)}>
          {texts.byWords}
        </button>
        <button type="button" aria-pressed={!isInWords} onClick={() => setIsInWords(false)}>
          {texts.byHand}
        </button>
      </div>
      {isInWords ? <InWords onClose={onClose} /> : <ByHand onClose={onClose} />}
    </Dialog>
  );
}

function InWords({ onClose }: { onClose: () => void }) {
  const texts = useTexts(RULEBOOK_TEXTS);
  const [behaviorInstructions, setWords] = useState('');
  const draft = useChange('POST /v2/hc-rules/draft/public', ['GET /v2/hc-rules/public']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draft.mutate({ body: { behaviorInstructions } }, { onSuccess: ({ id }) => navigate(`/rulebook/${id}`) });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextArea
        label={texts.words}
        hint={texts.wordsHint}
        required
        value={behaviorInstructions}
        onChange={(event) => setWords(event.target.value)}
      />
      <ErrorNotice error={draft.error} />
      <Buttons go={texts.write} isBusy={draft.isPending} onClose={onClose} />
    </form>
  );
}

function ByHand({ onClose }: { onClose: () => void }) {
  const texts = useTexts(RULEBOOK_TEXTS);
  const editor = useTexts(EDITOR_TEXTS);
  const [rule, setRule] = useState({ name: '', description: '', type: 'intent' as 'intent' | 'business' });
  const create = useChange('POST /v2/hc-rules/public', ['GET /v2/hc-rules/public']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const triggerType = rule.type === 'business' ? ('on_escalation' as const) : null;
    const body = { ...rule, triggerType, isDraft: true, source: 'console' };
    create.mutate({ body }, { onSuccess: ({ id }) => navigate(`/rulebook/${id}`) });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={texts.name}
        required
        maxLength={200}
        value={rule.name}
        onChange={(event) => setRule({ ...rule, name: event.target.value })}
      />
      <TextArea
        label={texts.description}
        hint={texts.descriptionHint}
        required
        rows={2}
        value={rule.description}
        onChange={(event) => setRule({ ...rule, description: event.target.value })}
      />
      <Select
        label={editor.trigger}
        value={rule.type}
        onChange={(event) => setRule({ ...rule, type: event.target.value as 'intent' | 'business' })}
        options={[
          ['intent', editor.triggerIntent],
          ['business', editor.triggerEscalation],
        ]}
      />
      <ErrorNotice error={create.error} />
      <Buttons go={texts.begin} isBusy={create.isPending} onClose={onClose} />
    </form>
  );
}

function Buttons({ go, isBusy, onClose }: { go: string; isBusy: boolean; onClose: () => void }) {
  const texts = useTexts(RULEBOOK_TEXTS);
  return (
    <div className="actions">
      <button type="submit" className="main" disabled={isBusy}>
        {go}
      </button>
      <button type="button" onClick={onClose}>
        {texts.cancel}
      </button>
    </div>
  );
}
