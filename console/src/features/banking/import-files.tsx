import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ImportAnswer } from '../../app/api.gen.ts';
import { ApiError, type Operation } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { upload } from '../../app/upload.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Section } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { readHead } from './csv-head.ts';
import { ImportAccount } from './import-account.tsx';
import { type ColumnMapping, ImportMapping, type Mappable } from './import-mapping.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { IMPORT_TEXTS } from './import-texts.ts';
import { MAPPING_TEXTS } from './mapping-texts.ts';

const IMPORT = 'POST /api/users/{user-id}/banking/import';
/** What is different after an import. */
const STALE: Operation[] = ['GET /api/users/{user-id}/banking/accounts', 'GET /api/users/{user-id}/analyses'];

type Step =
  | { name: 'choosing' | 'mapping' }
  | { name: 'sending'; share: number }
  | { name: 'checked' | 'imported'; answer: ImportAnswer };

/** Files are tried first and stored when somebody has seen what is in them. */
export function ImportFiles({ userId }: { userId: string }) {
  const texts = useTexts(IMPORT_TEXTS);
  const words = useTexts(MAPPING_TEXTS);
  const { can, readsOnly } = useSession();
  const { step, error, mappable, mapping, send, map, reset } = useImport(userId);
  if (!can('banking-upload') || readsOnly) return null;
  const isUnnamed = isAboutAccount(error);
  return (
    <Section title={texts.title}>
      {!isUnnamed && <ErrorNotice error={error} />}
      {isUnnamed && (
        <ImportAccount userId={userId} onChosen={(accountId) => void send({ accountId })} onDiscard={reset} />
      )}
      {step.name === 'choosing' && !isUnnamed && (
        <>
          {mappable && error !== null && (
            <button type="button" className="main" onClick={map}>
              {words.choose}
            </button>
          )}
          <DropZone
            label={texts.choose}
            or={texts.drop}
            hint={texts.kinds}
            onFiles={(files) => void send({ files, accountId: null, mapping: null })}
          />
        </>
      )}
      {step.name === 'mapping' && mappable && (
        <ImportMapping
          file={mappable}
          mapping={mapping}
          onChosen={(chosen) => void send({ mapping: chosen })}
          onDiscard={reset}
        />
      )}
      {step.name === 'sending' && <Sending share={step.share} onStop={reset} />}
      {(step.name === 'checked' || step.name === 'imported') && (
        <ImportOutcome
          userId={userId}
          answer={step.answer}
          isStored={step.name === 'imported'}
          onImport={() => void send({}, false)}
          onMap={mappable ? map : null}
          onDiscard={reset}
        />
      )}
    </Section>
  );
}

/** What is tried, and then stored as it was tried. */
interface Attempt {
  files: File[];
  accountId: string | null;
  mapping: ColumnMapping | null;
}

function useImport(userId: string) {
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ name: 'choosing' });
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState<Attempt>({ files: [], accountId: null, mapping: null });
  const [mappable, setMappable] = useState<Mappable | null>(null);
  const under = useRef<AbortController>(null);
  useEffect(() => () => under.current?.abort(), []);
  const reset = () => {
    under.current?.abort();
    setStep({ name: 'choosing' });
    setError(null);
  };
  /** `change`: to what was tried before. */
  const send = async (change: Partial<Attempt>, dryRun = true) => {
    const next = { ...attempt, ...change };
    setAttempt(next);
    setError(null);
    setStep({ name: 'sending', share: 0 });
    const controller = new AbortController();
    under.current = controller;
    if (change.files) setMappable(await findMappable(change.files));
    const input = { params: { 'user-id': userId }, query: { dryRun }, form: formOf(next), signal: controller.signal };
    try {
      const onProgress = (share: number) => setStep({ name: 'sending', share });
      const answer = await upload(IMPORT, { ...input, onProgress });
      setStep({ name: dryRun ? 'checked' : 'imported', answer });
      if (!dryRun) for (const operation of STALE) void client.invalidateQueries({ queryKey: [operation] });
    } catch (failure) {
      if (controller.signal.aborted) return;
      setError(failure);
      // What was wrong with the columns is mended where they are chosen.
      setStep({ name: next.mapping && !isAboutAccount(failure) ? 'mapping' : 'choosing' });
    }
  };
  const map = () => {
    setError(null);
    setStep({ name: 'mapping' });
  };
  return { step, error, mappable, mapping: attempt.mapping, send, map, reset };
}

const isAboutAccount = (failure: unknown) => failure instanceof ApiError && failure.code === 'account_not_named';

/** The first file whose columns can be named. */
async function findMappable(files: File[]): Promise<Mappable | null> {
  for (const file of files) {
    const lines = await readHead(file);
    if (lines) return { name: file.name, lines };
  }
  return null;
}

function formOf({ files, accountId, mapping }: Attempt): FormData {
  const form = new FormData();
  if (accountId !== null) form.append('accountId', accountId);
  if (mapping !== null) form.append('mapping', JSON.stringify(mapping));
  for (const file of files) form.append('file', file, file.name);
  return form;
}

function Sending({ share, onStop }: { share: number; onStop: () => void }) {
  const texts = useTexts(IMPORT_TEXTS);
  const { percent } = useFormats();
  return (
    <div className="card">
      <Progress
        label={texts.title}
        value={share}
        max={1}
        text={share < 1 ? texts.sending(percent(share)) : texts.reading}
      />
      <div>
        <button type="button" onClick={onStop}>
          {texts.stop}
        </button>
      </div>
    </div>
  );
}
