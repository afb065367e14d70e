import { type FormEvent, useMemo, useState } from 'react';
import { encode } from 'uqr';
import { ApiError, useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Field } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { ACCOUNT_TEXTS } from './account-texts.ts';

export function SecondFactor() {
  const texts = useTexts(ACCOUNT_TEXTS);
  const { operator } = useSession();
  return (
    <Section title={texts.factor}>
      <p>{operator.hasSecondFactor ? texts.factorOn : texts.factorOff}</p>
      {operator.hasSecondFactor ? <Remove /> : <SetUp />}
    </Section>
  );
}

function SetUp() {
  const texts = useTexts(ACCOUNT_TEXTS);
  const begin = useChange('POST /console/second-factor');
  if (begin.data) return <ConfirmCode {...begin.data} />;
  return (
    <div className="stack">
      <ErrorNotice error={begin.error} />
      <div>
        <button type="button" disabled={begin.isPending} onClick={() => begin.mutate({})}>
          {texts.setUp}
        </button>
      </div>
    </div>
  );
}

function ConfirmCode({ secret, uri }: { secret: string; uri: string }) {
  const texts = useTexts(ACCOUNT_TEXTS);
  const { refresh } = useSession();
  const [code, setCode] = useState('');
  const confirm = useChange('PUT /console/second-factor');
  const isWrong = confirm.error instanceof ApiError && confirm.error.code === 'code_wrong';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ body: { code } }, { onSuccess: refresh });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>{texts.scan}</p>
      <Picture text={uri} label={texts.picture} />
      <div>
        <p className="quiet-text">{texts.key}</p>
        <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </div>
      {!isWrong && <ErrorNotice error={confirm.error} />}
      <Field
        label={texts.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        required
        problem={isWrong ? texts.codeWrong : undefined}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <div>
        <button className="main" type="submit" disabled={confirm.isPending}>
          {texts.confirm}
        </button>
      </div>
    </form>
  );
}

/** A QR code, dark on light in both themes: many apps read no other. */
function Picture({ text, label }: { text: string; label: string }) {
  const { data, size } = useMemo(() => encode(text, { border: 3 }), [text]);
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="180" height="180">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function Remove() {
  const texts = useTexts(ACCOUNT_TEXTS);
  const { refresh } = useSession();
  const [password, setPassword] = useState('');
  const remove = useChange('DELETE /console/second-factor');
  const isWrong = remove.error instanceof ApiError && remove.error.code === 'password_wrong';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate({ body: { password } }, { onSuccess: refresh });
  };
  return (
    <form className="stack" onSubmit={submit}>
      {!isWrong && <ErrorNotice error={remove.error} />}
      <Field
        label={texts.present}
        type="password"
        autoComplete="current-password"
        required
        problem={isWrong ? texts.passwordWrong : undefined}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div>
        <button className="danger" type="submit" disabled={remove.isPending}>
          {texts.remove}
        </button>
      </div>
    </form>
  );
}
