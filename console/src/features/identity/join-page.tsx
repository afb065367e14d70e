import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError, call } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { LanguageButton } from '../../app/preferences.tsx';
import { addressOf } from '../../app/router.tsx';
import { said } from '../../app/said.ts';
import { Field } from '../../ui/form.tsx';
import { ErrorNotice, Loading } from '../../ui/states.tsx';
import { JOIN_TEXTS, ROLE_TEXTS } from './sign-in-texts.ts';

/** Behind an invitation. Its secret stands after the `#`, and leaves the address before anything else is done. */
export function JoinPage() {
  const texts = useTexts(JOIN_TEXTS);
  const [secret] = useState(() => location.hash.slice(1));
  const view = useQuery({
    queryKey: ['invitation'],
    queryFn: () => call('POST /console/invitation', { body: { secret } }),
    refetchOnWindowFocus: false,
  });
  const isOver = view.error instanceof ApiError && view.error.status < 500;
  return (
    <main className="gate">
      <div className="card">
        <h1>{texts.title}</h1>
        {view.data && <JoinForm secret={secret} {...view.data} />}
        {view.isPending && <Loading />}
        {isOver && <p className="notice warn">{texts.over}</p>}
        {!isOver && <ErrorNotice error={view.error} onRetry={view.refetch} />}
        <div className="actions">
          <LanguageButton />
        </div>
      </div>
    </main>
  );
}

interface Invited {
  secret: string;
  email: string;
  workspace: string;
  role: keyof typeof ROLE_TEXTS;
}

function JoinForm({ secret, email, workspace, role }: Invited) {
  const texts = useTexts(JOIN_TEXTS);
  const roles = useTexts(ROLE_TEXTS);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const join = useMutation({
    mutationFn: () => call('POST /console/invitation/accept', { body: { secret, name, password } }),
    // A new page: nothing of the invitation stays in this one.
    onSuccess: () => location.assign(addressOf('/')),
  });
  const problem =
    join.error instanceof ApiError ? join.error.fields[0] && said(join.error.fields[0].message) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    join.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>{texts.lead(email, workspace, roles[role])}</p>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {!problem && <ErrorNotice error={join.error} />}
      <Field label={texts.name} autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
      <Field
        label={texts.password}
        hint={texts.hint}
        problem={problem}
        type="password"
        autoComplete="new-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button className="main" type="submit" disabled={join.isPending}>
        {texts.go}
      </button>
    </form>
  );
}
