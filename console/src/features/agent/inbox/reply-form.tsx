import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useChange } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { TextArea } from '../../../ui/form.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { CONVERSATION_TEXTS } from './conversation-texts.ts';

/** What a person writes to the customer. It stays in the form until it is stored. */
export function ReplyForm({ conversationId }: { conversationId: string }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const [content, setContent] = useState('');
  const send = useChange('POST /v2/hc-interactions/events/public', [
    'GET /v2/hc-interactions/{conversation-id}/public',
    'GET /v2/conversations',
  ]);
  const submit = () => {
    if (content.trim() === '' || send.isPending) return;
    send.mutate(
      { body: { interactionId: conversationId, role: 'agent', content } },
      { onSuccess: () => setContent('') },
    );
  };
  return (
    <form
      className="stack"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        label={texts.reply}
        hint={texts.sendHint}
        rows={4}
        required
        value={content}
        onChange={(event) => setContent(event.target.value)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <ErrorNotice error={send.error} />
      <div>
        <button type="submit" className="main" disabled={send.isPending}>
          {texts.send}
        </button>
      </div>
    </form>
  );
}
