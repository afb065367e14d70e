import { type FormEvent, useState } from 'react';
import type { User } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link, navigate, useAddress } from '../../app/router.tsx';
import { Field } from '../../ui/form.tsx';
import { Badge, Breakable, Page } from '../../ui/page.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { USERS_TEXTS } from './banking-texts.ts';

const PAGE = 50;

export function UsersPage() {
  const texts = useTexts(USERS_TEXTS);
  const { query } = useAddress();
  const email = query.get('email') ?? undefined;
  const cursor = query.get('cursor') ?? undefined;
  const users = useRead('GET /api/users', { query: { email, cursor, limit: PAGE } });
  return (
    <Page title={texts.title}>
      <Find key={email} email={email ?? ''} />
      <Await read={users}>
        {(page) => (
          <>
            {page.users.length === 0 ? (
              <Empty title={email ? texts.noMatch : texts.none}>{!email && <p>{texts.noneHint}</p>}</Empty>
            ) : (
              <ul className="list">
                {page.users.map((user) => (
                  <UserRow key={user.userId} user={user} />
                ))}
              </ul>
            )}
            <div className="actions">
              {cursor && <Link to="/users">{texts.first}</Link>}
              {page.nextCursor && <Link to={`/users?cursor=${encodeURIComponent(page.nextCursor)}`}>{texts.more}</Link>}
            </div>
          </>
        )}
      </Await>
    </Page>
  );
}

function Find({ email }: { email: string }) {
  const texts = useTexts(USERS_TEXTS);
  const [text, setText] = useState(email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    navigate(text ? `/users?email=${encodeURIComponent(text)}` : '/users');
  };
  return (
    <form className="stack narrow" role="search" onSubmit={submit}>
      <Field
        label={texts.find}
        hint={texts.findHint}
        type="email"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="actions">
        <button type="submit">{texts.go}</button>
        {email && (
          <button type="button" onClick={() => navigate('/users')}>
            {texts.all}
          </button>
        )}
      </div>
    </form>
  );
}

function UserRow({ user }: { user: User }) {
  const texts = useTexts(USERS_TEXTS);
  const formats = useFormats();
  return (
    <li>
      <div>
        <Link to={`/users/${encodeURIComponent(user.userId)}`} className="strong">
          <Breakable text={user.email ?? user.externalId ?? user.userId} />
        </Link>
        <small>
          {user.userId} · {texts.since(formats.day(user.createdAt))}
        </small>
      </div>
      <Badge>{texts.types[user.type]}</Badge>
    </li>
  );
}
