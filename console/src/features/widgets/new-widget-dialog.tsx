import { type FormEvent, useState } from 'react';
import type { Agent } from '../../app/api.gen.ts';
import { useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { navigate } from '../../app/router.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, problemOf, Select } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { OriginsField, readOrigins } from './origins-field.tsx';
import { WIDGETS_TEXTS } from './widgets-texts.ts';

export function NewWidgetDialog({ bots, onClose }: { bots: Agent[]; onClose: () => void }) {
  const texts = useTexts(WIDGETS_TEXTS);
  const [name, setName] = useState('');
  const [botId, setBotId] = useState(bots[0]?.id ?? '');
  const [origins, setOrigins] = useState('');
  const create = useChange('POST /v2/widgets', ['GET /v2/widgets']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { body: { name, botId, allowedOrigins: readOrigins(origins) } },
      { onSuccess: ({ id }) => navigate(`/widgets/${id}`) },
    );
  };
  return (
    <Dialog title={texts.create} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <ErrorNotice error={create.error} />
        <Field
          label={texts.name}
          autoFocus
          required
          maxLength={200}
          value={name}
          problem={problemOf(create.error, '/name')}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={texts.bot}
          options={bots.map(({ id, name: bot }) => [id, bot])}
          value={botId}
          onChange={(event) => setBotId(event.target.value)}
        />
        <OriginsField value={origins} error={create.error} onChange={setOrigins} />
        <div className="actions">
          <button className="main" type="submit" disabled={create.isPending}>
            {texts.create}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
