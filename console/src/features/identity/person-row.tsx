import { useState } from 'react';
import type { Operator } from '../../app/api.gen.ts';
import { ApiError, useChange } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Badge } from '../../ui/page.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { PEOPLE_TEXTS } from './people-texts.ts';
import { ROLE_TEXTS } from './sign-in-texts.ts';

const LIST = 'GET /v2/operators';

const nameOf = ({ name, email }: Operator) => name || email;

/** Who somebody is, and what an owner can do about it. */
export function PersonRow({ person }: { person: Operator }) {
  const texts = useTexts(PEOPLE_TEXTS);
  const formats = useFormats();
  const { operator } = useSession();
  const isMe = person.id === operator.id;
  return (
    <li>
      <div>
        <span className="line">
          <span className="strong">{nameOf(person)}</span>
          {isMe && <Badge>{texts.you}</Badge>}
          {person.hasSecondFactor && <Badge tone="good">{texts.secondFactor}</Badge>}
        </span>
        <small>
          {person.name && `${person.email} · `}
          {person.lastSeenAt ? texts.seen(formats.moment(person.lastSeenAt)) : texts.neverSeen}
        </small>
      </div>
      <div className="actions">
        <RoleSelect person={person} />
        {person.hasSecondFactor && !isMe && <ResetFactor person={person} />}
        <Remove person={person} />
      </div>
    </li>
  );
}

function RoleSelect({ person }: { person: Operator }) {
  const texts = useTexts(PEOPLE_TEXTS);
  const roles = useTexts(ROLE_TEXTS);
  const change = useChange('PATCH /v2/operators/{operator-id}', [LIST]);
  const choose = (role: Operator['role']) => change.mutate({ params: { 'operator-id': person.id }, body: { role } });
  return (
    <>
      <select
        aria-label={texts.roleOf(nameOf(person))}
        value={person.role}
        disabled={change.isPending}
        onChange={(event) => choose(event.target.value as Operator['role'])}
      >
        {Object.entries(roles).map(([role, name]) => (
          <option key={role} value={role}>
            {name}
          </option>
        ))}
      </select>
      <Refusal error={change.error} />
    </>
  );
}

function ResetFactor({ person }: { person: Operator }) {
  const texts = useTexts(PEOPLE_TEXTS);
  const [asks, setAsks] = useState(false);
  const reset = useChange('DELETE /v2/operators/{operator-id}/second-factor', [LIST]);
  const close = () => setAsks(false);
  const go = () => reset.mutate({ params: { 'operator-id': person.id } }, { onSettled: close });
  const who = nameOf(person);
  return (
    <>
      <button type="button" aria-label={texts.reset + texts.of(who)} onClick={() => setAsks(true)}>
        {texts.reset}
      </button>
      <Refusal error={reset.error} />
      {asks && (
        <Confirm title={texts.resetQuestion(who)} go={texts.reset} isBusy={reset.isPending} onGo={go} onClose={close}>
          <p>{texts.resetText}</p>
        </Confirm>
      )}
    </>
  );
}

function Remove({ person }: { person: Operator }) {
  const texts = useTexts(PEOPLE_TEXTS);
  const [asks, setAsks] = useState(false);
  const remove = useChange('DELETE /v2/operators/{operator-id}', [LIST]);
  const close = () => setAsks(false);
  const go = () => remove.mutate({ params: { 'operator-id': person.id } }, { onSettled: close });
  const who = nameOf(person);
  return (
    <>
      <button type="button" className="danger" aria-label={texts.remove + texts.of(who)} onClick={() => setAsks(true)}>
        {texts.remove}
      </button>
      <Refusal error={remove.error} />
      {asks && (
        <Confirm
          title={texts.removeQuestion(who)}
          go={texts.remove}
          isBusy={remove.isPending}
          onGo={go}
          onClose={close}
        >
          <p>{texts.removeText}</p>
        </Confirm>
      )}
    </>
  );
}

function Refusal({ error }: { error: Error | null }) {
  const texts = useTexts(PEOPLE_TEXTS);
  const isLastOwner = error instanceof ApiError && error.code === 'last_owner';
  return isLastOwner ? <p className="problem">{texts.lastOwner}</p> : <ErrorNotice error={error} />;
}
