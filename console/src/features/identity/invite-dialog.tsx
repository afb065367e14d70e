import { type FormEvent, useState } from 'react';
import { ApiError, useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { PEOPLE_TEXTS } from './people-texts.ts';
import { ROLE_TEXTS } from './sign-in-texts.ts';

type Role = keyof typeof ROLE_TEXTS;

/** Asks whom, then shows the link: the only time that it can be seen. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(PEOPLE_TEXTS);
  const roles = useTexts(ROLE_TEXTS);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const invite = useChange('POST /v2/operator-invitations', ['GET /v2/operator-invitations']);
  const isInUse = invite.error instanceof ApiError && invite.error.code === 'email_in_use';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ body: { email, role } });
  };
  if (invite.data) {
    return (
      <Dialog title={texts.link} onClose={onClose}>
        <p>{texts.linkText}</p>
        <code className="secret">{invite.data.url}</code>
        <div>
          <button type="button" className="main" onClick={onClose}>
            {texts.done}
          </button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={texts.invite} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {!isInUse && <ErrorNotice error={invite.error} />}
        <Field
          label={texts.email}
          type="email"
          autoFocus
          required
          problem={isInUse ? texts.inUse : undefined}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Select
          label={texts.role}
          hint={texts.roleHints[role]}
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
          options={Object.entries(roles)}
        />
        <div className="actions">
          <button className="main" type="submit" disabled={invite.isPending}>
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
