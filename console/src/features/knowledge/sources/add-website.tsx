import { type FormEvent, useState } from 'react';
import { useChange } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { navigate } from '../../../app/router.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Check, Field, problemOf, TextArea } from '../../../ui/form.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { SOURCES_TEXTS, WEBSITES_TEXTS } from './sources-texts.ts';

/** Where to begin and how far to go; then the page of the walk shows how it goes on. */
export function AddWebsiteDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(WEBSITES_TEXTS);
  const frame = useTexts(SOURCES_TEXTS);
  const [addresses, setAddresses] = useState('');
  const [limit, setLimit] = useState('100');
  const [addDocuments, setAddDocuments] = useState(true);
  const start = useChange('POST /v2/crawls', ['GET /v2/crawls', 'GET /v2/documents/public']);
  const links = addresses
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const problem = links.map((_, n) => problemOf(start.error, `/links/${n}`)).find(Boolean);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate(
      { body: { links: links.map(withScheme), limit: Number(limit), addDocuments } },
      { onSuccess: ({ id }) => navigate(`/sources/websites/${id}`) },
    );
  };
  return (
    <Dialog title={frame.addWebsite} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {!problem && <ErrorNotice error={start.error} />}
        <TextArea
          label={texts.addresses}
          hint={texts.addressesHint}
          problem={problem}
          rows={3}
          autoFocus
          required
          placeholder="https://example.com/help"
          value={addresses}
          onChange={(event) => setAddresses(event.target.value)}
        />
        <Field
          label={texts.limit}
          hint={texts.limitHint}
          type="number"
          min={1}
          max={1000}
          required
          value={limit}
          onChange={(event) => setLimit(event.target.value)}
        />
        <Check label={texts.readAtOnce} checked={addDocuments} onChange={() => setAddDocuments(!addDocuments)} />
        <div className="actions">
          <button className="main" type="submit" disabled={start.isPending || links.length === 0}>
            {texts.start}
          </button>
          <button type="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** People leave out what browsers do not show. */
const withScheme = (address: string) => (/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);
