import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { ApiError, call } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { LanguageButton } from '../../app/preferences.tsx';
import { Field } from '../../ui/form.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { SIGN_IN_TEXTS } from './sign-in-texts.ts';

/** Email and password, then the code where there is a second factor. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const texts = useTexts(SIGN_IN_TEXTS);
  const errorText = useErrorText();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  useEffect(() => {
    document.title = `${texts.title} · Kontor`;
  }, [texts.title]);
  const signIn = useMutation({
    mutationFn: () => call('POST /console/session', { body: { email, password, ...(code && { code }) } }),
    onSuccess: onSignedIn,
  });
  const failure = signIn.error instanceof ApiError ? signIn.error.code : null;
  const [asksCode, setAsksCode] = useState(false);
  if (failure === 'second_factor_required' && !asksCode) setAsksCode(true);
  const problem = signIn.error && failure !== 'second_factor_required' ? signIn.error : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <main className="gate">
      <form className="card" onSubmit={submit}>
        <header>
          <h1>{texts.title}</h1>
          <p className="quiet-text">{texts.lead}</p>
        </header>
        {problem && (
          <p className="notice bad" role="alert">
            {failure === 'sign_in_failed' ? texts.failed : errorText(problem)}
          </p>
        )}
        <Field
          label={texts.email}
          type="email"
          autoComplete="username"
          autoFocus
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field
          label={texts.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {asksCode && (
          <Field
            label={texts.code}
            hint={texts.codeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            required
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
        <button className="main" type="submit" disabled={signIn.isPending}>
          {texts.go}
        </button>
        <div className="actions">
          <LanguageButton />
        </div>
      </form>
    </main>
  );
}
