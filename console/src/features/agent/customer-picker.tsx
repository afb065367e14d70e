import { useEffect, useState } from 'react';
import type { User } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Field } from '../../ui/form.tsx';
import { Await } from '../../ui/states.tsx';
import { PLAYGROUND_TEXTS } from './playground-texts.ts';

const MOST = 8;

interface Props {
  /** Email of the customer; empty: nobody. */
  chosen: string;
  /** The conversation has begun, and stays its customer's. */
  isFixed: boolean;
  onChoose(email: string): void;
}

/** Finds a customer by a part of their name. Only those with an email can be written as. */
export function CustomerPicker({ chosen, isFixed, onChoose }: Props) {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useRead('GET /api/users', { query: { search, limit: MOST } }, search !== '');
  const choose = (email: string) => {
    setText('');
    setSearch('');
    onChoose(email);
  };
  return (
    <div className="stack">
      <Field
        label={texts.customer}
        hint={texts.customerHint}
        type="search"
        autoComplete="off"
        maxLength={200}
        value={text}
        disabled={isFixed}
        onChange={({ target }) => setText(target.value)}
      />
      {search !== '' && !isFixed && (
        <Await read={found}>
          {({ users }) => {
            const known = users.filter(({ email }) => email !== null);
            if (known.length === 0) return <p className="quiet-text">{texts.noCustomer}</p>;
            return (
              <ul className="plain-list" aria-label={texts.customers}>
                {known.map((user) => (
                  <li key={user.userId}>
                    <button type="button" className="quiet" onClick={() => choose(user.email ?? '')}>
                      {nameOf(user)}
                    </button>
                  </li>
                ))}
              </ul>
            );
          }}
        </Await>
      )}
      {chosen !== '' && (
        <p className="line">
          <span>{texts.speaksAs(chosen)}</span>
          {!isFixed && (
            <button type="button" className="quiet" onClick={() => choose('')}>
              {texts.nobody}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function nameOf({ email, company, externalId }: User): string {
  const name = typeof company?.name === 'string' ? company.name : externalId;
  return [name, email].filter(Boolean).join(' · ');
}
