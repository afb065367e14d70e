import { useState } from 'react';
import type { Operator } from '../../app/api.gen.ts';
import { ApiError, useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Badge, Page, Section } from '../../ui/page.tsx';
import { Await, ErrorNotice } from '../../ui/states.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PEOPLE_TEXTS } from './people-texts.ts';
import { ROLE_TEXTS } from './sign-in-texts.ts';

const LIST = 'GET /v2/operators';
const INVITATIONS = 'GET /v2/operator-invitations';

export function PeoplePage() {
  const texts = useTexts(PEOPLE_TEXTS);
  const people = useRead(LIST, {});
  const [isInviting, setIsInviting] = useState(false);
  const invite = (
    <button type="button" className="main" onClick={() => setIsInviting(true)}>
      {texts.invite}
    </button>
  );
  return (
    <Page title={texts.title} actions={invite}>
      <Await read={people}>
        {({ operators }) => (
          <Section title={texts.members}>
            <ul className="list">
              {operators.map((person) => (
                <Person key={person.id} person={person} />
              ))}
            </ul>
          </Section>
        )}
      </Await>
      <Invitations />
      {isInviting && <InviteDialog onClose={() => setIsInviting(false)} />}
    </Page>
  );
}

function Person({ person }: { person: Operator }) {
  const texts = useTexts(PEOPLE_TEXTS);
  const roles = useTexts(ROLE_TEXTS);
  const formats = useFormats();
  const { operator } = useSession();
  const [asks, setAsks] = useState(false);
  const change = useChange('PATCH /v2/operators/{operator-id}', [LIST]);
  const remove = useChange('DELETE /v2/operators/{operator-id}', [LIST]);
  const params = { 'operator-id': person.id };
  const error = change.error ?? remove.error;
  const isLastOwner = error instanceof ApiError && error.code === 'last_owner';
  const who = person.name || person.email;
  return (
    <li>
      <div>
        <span className="line">
          <span className="strong">{who}</span>
          {person.id === operator.id && <Badge>{texts.you}</Badge>}
          {person.hasSecondFactor && <Badge tone="good">{texts.secondFactor}</Badge>}
        </span>
        <small>
          {person.email} · {person.lastSeenAt ? texts.seen(formats.moment(person.lastSeenAt)) : texts.neverSeen}
        </small>
        {isLastOwner ? <p className="problem">{texts.lastOwner}</p> : <ErrorNotice error={error} />}
      </div>
      <div className="actions">
        <select
          aria-label={texts.roleOf(who)}
          value={person.role}
          disabled={change.isPending}
          onChange={(event) => change.mutate({ params, body: { role: event.target.value as Operator['role'] } })}
        >
          {Object.entries(roles).map(([role, name]) => (
            <option key={role} value={role}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="danger"
          aria-label={texts.remove + texts.of(who)}
          onClick={() => setAsks(true)}
        >
          {texts.remove}
        </button>
      </div>
      {asks && (
        <Confirm
          title={texts.removeQuestion(who)}
          go={texts.remove}
          isBusy={remove.isPending}
          onGo={() => remove.mutate({ params }, { onSettled: () => setAsks(false) })}
          onClose={() => setAsks(false)}
        >
          <p>{texts.removeText}</p>
        </Confirm>
      )}
    </li>
  );
}

function Invitations() {
  const texts = useTexts(PEOPLE_TEXTS);
  const roles = useTexts(ROLE_TEXTS);
  const formats = useFormats();
  const list = useRead(INVITATIONS, {});
  const callOff = useChange('DELETE /v2/operator-invitations/{invitation-id}', [INVITATIONS]);
  const invitations = list.data?.invitations ?? [];
  if (!list.error && invitations.length === 0) return null;
  return (
    <Section title={texts.invitations}>
      <ErrorNotice error={list.error ?? callOff.error} onRetry={list.error ? list.refetch : undefined} />
      <ul className="list">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id}>
            <div>
              <span className="strong">{email}</span>
              <small>
                {roles[role]} ·{' '}
                {new Date(expiresAt) <= new Date() ? texts.expired : texts.until(formats.moment(expiresAt))}
              </small>
            </div>
            <button
              type="button"
              aria-label={texts.callOff + texts.of(email)}
              onClick={() => callOff.mutate({ params: { 'invitation-id': id } })}
            >
              {texts.callOff}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
