import { useState } from 'react';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Await, ErrorNotice } from '../../ui/states.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PEOPLE_TEXTS } from './people-texts.ts';
import { PersonRow } from './person-row.tsx';
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
                <PersonRow key={person.id} person={person} />
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
