import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../app/language.ts';
import { navigate } from '../../../app/router.tsx';
import { upload } from '../../../app/upload.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DropZone } from '../../../ui/drop-zone.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { FILES_TEXTS, SOURCES_TEXTS } from './sources-texts.ts';

/** Files by drag and drop or by choice; how far they are; what is wrong with them in words. */
export function UploadFilesDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(FILES_TEXTS);
  const frame = useTexts(SOURCES_TEXTS);
  const client = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [share, setShare] = useState(0);
  const send = useMutation({
    mutationFn() {
      const form = new FormData();
      for (const file of files) form.append('file', file, file.name);
      return upload('POST /v2/documents/public/files', { form, onProgress: setShare });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /v2/documents/public'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(undefined, {
      onSuccess() {
        onClose();
        navigate('/sources');
      },
    });
  };
  return (
    <Dialog title={frame.addFiles} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <ErrorNotice error={send.error} />
        <DropZone label={texts.choose} or={texts.drop} hint={texts.lead} onFiles={setFiles} />
        {files.length > 0 && (
          <div>
            <p className="strong">{texts.chosen(files.length)}</p>
            <ul>
              {files.map((file) => (
                <li key={file.name}>{file.name}</li>
              ))}
            </ul>
          </div>
        )}
        {send.isPending && <Progress label={texts.sending} value={share} max={1} text={texts.sending} />}
        <div className="actions">
          <button className="main" type="submit" disabled={send.isPending || files.length === 0}>
            {texts.send}
          </button>
          <button type="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
