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
import { ImportAccount } from './import-account.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { IMPORT_TEXTS } from './import-texts.ts';

const IMPORT = 'POST /api/users/{user-id}/banking/import';
/** What is different after an import. */
const STALE: Operation[] = ['GET /api/users/{user-id}/banking/accounts', 'GET /api/users/{user-id}/analyses'];

type Step =
  | { name: 'choosing' }
  | { name: 'sending'; share: number }
  | { name: 'checked' | 'imported'; answer: ImportAnswer };

/** Files are tried first and stored when somebody has seen what is in them. */
export function ImportFiles({ userId }: { userId: string }) {
  const texts = useTexts(IMPORT_TEXTS);
  const { can, readsOnly } = useSession();
  const { step, error, files, send, reset } = useImport(userId);
  if (!can('banking-upload') || readsOnly) return null;
  const isUnnamed = error instanceof ApiError && error.code === 'account_not_named';
  return (
    <Section title={texts.title}>
      {!isUnnamed && <ErrorNotice error={error} />}
      {isUnnamed && <ImportAccount userId={userId} onChosen={(id) => void send(files, id, true)} onDiscard={reset} />}
      {step.name === 'choosing' && !isUnnamed && (
        <DropZone
          label={texts.choose}
          or={texts.drop}
          hint={texts.kinds}
          onFiles={(chosen) => void send(chosen, null, true)}
        />
      )}
      {step.name === 'sending' && <Sending share={step.share} onStop={reset} />}
      {(step.name === 'checked' || step.name === 'imported') && (
        <ImportOutcome
          userId={userId}
          answer={step.answer}
          isStored={step.name === 'imported'}
          onImport={() => void send(files, undefined, false)}
          onDiscard={reset}
        />
      )}
    </Section>
  );
}

function useImport(userId: string) {
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ name: 'choosing' });
  const [error, setError] = useState<unknown>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [account, setAccount] = useState<string | null>(null);
  const under = useRef<AbortController>(null);
  useEffect(() => () => under.current?.abort(), []);
  const reset = () => {
    under.current?.abort();
    setStep({ name: 'choosing' });
    setError(null);
  };
  /** `accountId` undefined: the one of the try before. */
  const send = async (chosen: File[], accountId: string | null | undefined, dryRun: boolean) => {
    const toAccount = accountId === undefined ? account : accountId;
    setFiles(chosen);
    setAccount(toAccount);
    setError(null);
    setStep({ name: 'sending', share: 0 });
    const form = new FormData();
    if (toAccount !== null) form.append('accountId', toAccount);
    for (const file of chosen) form.append('file', file, file.name);
    const controller = new AbortController();
    under.current = controller;
    const input = { params: { 'user-id': userId }, query: { dryRun }, form, signal: controller.signal };
    try {
      const onProgress = (share: number) => setStep({ name: 'sending', share });
      const answer = await upload(IMPORT, { ...input, onProgress });
      setStep({ name: dryRun ? 'checked' : 'imported', answer });
      if (!dryRun) for (const operation of STALE) void client.invalidateQueries({ queryKey: [operation] });
    } catch (failure) {
      if (controller.signal.aborted) return;
      setError(failure);
      setStep({ name: 'choosing' });
    }
  };
  return { step, error, files, send, reset };
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
