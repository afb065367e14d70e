import { type FormEvent, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { Field, Select } from '../../ui/form.tsx';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { nameOfAccount, useAccounts } from './accounts.tsx';
import { IMPORT_TEXTS } from './import-texts.ts';

const NEW = '';

/** For files that do not say whose they are. */
export function ImportAccount({
  userId,
  onChosen,
  onDiscard,
}: {
  userId: string;
  onChosen: (accountId: string) => void;
  onDiscard: () => void;
}) {
  const texts = useTexts(IMPORT_TEXTS);
  const accountTexts = useTexts(ACCOUNT_TEXTS);
  const accounts = useAccounts(userId).data?.accounts ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const value = chosen ?? accounts[0]?.accountId ?? NEW;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChosen(value === NEW ? name.trim() : value);
  };
  const known = accounts.map((account): [string, string] => [
    account.accountId,
    [nameOfAccount(account, accountTexts), account.iban].filter(Boolean).join(' · '),
  ]);
  return (
    <form className="card narrow" onSubmit={submit}>
      <Select
        label={texts.whichAccount}
        hint={texts.whichAccountHint}
        value={value}
        onChange={(event) => setChosen(event.target.value)}
        options={[...known, [NEW, texts.another]]}
      />
      {value === NEW && (
        <Field
          label={texts.newName}
          required
          maxLength={255}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <div className="actions">
        <button type="submit" className="main" disabled={value === NEW && name.trim() === ''}>
          {texts.goOn}
        </button>
        <button type="button" onClick={onDiscard}>
          {texts.discard}
        </button>
      </div>
    </form>
  );
}
