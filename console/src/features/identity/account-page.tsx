import { type FormEvent, useState } from 'react';
import { ApiError, useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { LanguageButton, ThemeSelect } from '../../app/preferences.tsx';
import { useSession } from '../../app/session.tsx';
import { Field, problemOf } from '../../ui/form.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { SecondFactor } from './second-factor.tsx';
import { ROLE_TEXTS } from './sign-in-texts.ts';

export function AccountPage() {
  const texts = useTexts(ACCOUNT_TEXTS);
  const roles = useTexts(ROLE_TEXTS);
  const { operator, workspace, signOut } = useSession();
  return (
    <Page title={texts.title}>
      <div className="grid">
        <div className="card">
          <Section title={texts.you}>
            <dl className="facts">
              <dt>{texts.email}</dt>
              <dd>{operator.email}</dd>
              <dt>{texts.role}</dt>
              <dd>{roles[operator.role]}</dd>
              <dt>{texts.workspace}</dt>
              <dd>{workspace.name}</dd>
            </dl>
          </Section>
          <Section title={texts.preferences}>
            <ThemeSelect />
            <div>
              <LanguageButton />
            </div>
          </Section>
        </div>
        <div className="card">
          <SecondFactor />
          <Section title={texts.sessions}>
            <p>{texts.everywhere}</p>
            <div>
              <button type="button" onClick={() => void signOut({ everywhere: true })}>
                {texts.everywhereGo}
              </button>
            </div>
          </Section>
        </div>
        <div className="card">
          <PasswordForm />
        </div>
      </div>
    </Page>
  );
}

function PasswordForm() {
  const texts = useTexts(ACCOUNT_TEXTS);
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const change = useChange('PUT /console/password');
  const error = change.error instanceof ApiError ? change.error : null;
  const isWrong = error?.code === 'password_wrong';
  const weak = problemOf(error, '/newPassword');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ body: { password, newPassword } });
  };
  return (
    <Section title={texts.password}>
      <form className="stack" onSubmit={submit}>
        {change.isSuccess && (
          <p className="notice good" role="status">
            {texts.changed}
          </p>
        )}
        {!isWrong && !weak && <ErrorNotice error={change.error} />}
        <Field
          label={texts.present}
          type="password"
          autoComplete="current-password"
          required
          problem={isWrong ? texts.passwordWrong : undefined}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Field
          label={texts.next}
          hint={texts.nextHint}
          type="password"
          autoComplete="new-password"
          required
          problem={weak}
          value={newPassword}
          onChange={(event) => setNewPassword(event.target.value)}
        />
        <div>
          <button type="submit" disabled={change.isPending}>
            {texts.change}
          </button>
        </div>
      </form>
    </Section>
  );
}
