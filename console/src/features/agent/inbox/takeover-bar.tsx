import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Conversation } from '../../../app/api.gen.ts';
import { ApiError, useChange } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { useSession } from '../../../app/session.tsx';
import { Confirm } from '../../../ui/dialog.tsx';
import { Badge } from '../../../ui/page.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { CONVERSATION_TEXTS } from './conversation-texts.ts';
import { INBOX_TEXTS } from './inbox-texts.ts';

const STALE = ['GET /v2/hc-interactions/{conversation-id}/public', 'GET /v2/conversations'] as const;

/** Who speaks with the customer now, and what a person can do about it. */
export function TakeoverBar({ conversation, isMine }: { conversation: Conversation; isMine: boolean }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const { can } = useSession();
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const take = useChange('POST /v2/conversations/{conversation-id}/take-over', [...STALE]);
  const back = useChange('POST /v2/conversations/{conversation-id}/hand-back', [...STALE]);
  const change = useChange('PATCH /v2/conversations/{conversation-id}', [...STALE]);
  const params = { 'conversation-id': conversation.id };
  const { takenOver } = conversation;
  const isConfirmed = conversation.confirmedAt !== null;
  const isOthers = takenOver !== null && !isMine;
  const isBusy = take.isPending || back.isPending || change.isPending;
  const error = take.error ?? back.error ?? change.error;
  const isTaken = error instanceof ApiError && error.code === 'taken_by_another';
  // Who has it is read again, so that the words about them stand on the page.
  useEffect(() => {
    if (isTaken) void client.invalidateQueries({ queryKey: [STALE[0]] });
  }, [isTaken, client]);
  const clear = () => [take, back, change].forEach(({ reset }) => reset());
  const say = (status: 'Resolved' | 'Escalated to Human Agent') => {
    clear();
    change.mutate({ params, body: { status } });
  };
  return (
    <div className={`notice ${isMine ? 'good' : isOthers ? 'warn' : ''}`}>
      <Standing conversation={conversation} isMine={isMine} />
      <ErrorNotice error={isTaken ? new Error(texts.faster) : error} />
      {can('write') && (
        <div className="actions">
          {!takenOver && (
            <button
              type="button"
              className="main"
              disabled={isBusy}
              onClick={() => (clear(), take.mutate({ params, body: {} }))}
            >
              {texts.takeOver}
            </button>
          )}
          {isMine && (
            <button type="button" disabled={isBusy} onClick={() => (clear(), back.mutate({ params, body: {} }))}>
              {texts.handBack}
            </button>
          )}
          {isOthers && (
            <button type="button" disabled={isBusy} onClick={() => setIsAsking(true)}>
              {texts.takeFrom}
            </button>
          )}
          {!isOthers && (
            <button
              type="button"
              disabled={isBusy}
              onClick={() => say(isConfirmed ? 'Escalated to Human Agent' : 'Resolved')}
            >
              {isConfirmed ? texts.reopen : texts.resolve}
            </button>
          )}
        </div>
      )}
      {isAsking && takenOver && (
        <Confirm
          title={texts.takeFromTitle}
          go={texts.takeFrom}
          isBusy={isBusy}
          onClose={() => setIsAsking(false)}
          onGo={() => take.mutate({ params, body: { force: true } }, { onSettled: () => setIsAsking(false) })}
        >
          <p>{texts.takeFromText(takenOver.name)}</p>
        </Confirm>
      )}
    </div>
  );
}

function Standing({ conversation, isMine }: { conversation: Conversation; isMine: boolean }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const { statuses } = useTexts(INBOX_TEXTS);
  const formats = useFormats();
  const { status, takenOver, createdAt } = conversation;
  const words = status && status in statuses ? statuses[status as keyof typeof statuses] : status;
  return (
    <div className="line" role="status">
      {words && (
        <Badge tone={status === 'Resolved' ? 'good' : status === 'Waiting for Customer' ? 'plain' : 'warn'}>
          {words}
        </Badge>
      )}
      <span>{isMine ? texts.youHaveIt : takenOver ? texts.otherHasIt(takenOver.name) : texts.takeOverHint}</span>
      <small>
        {texts.began} {formats.moment(new Date(createdAt).toISOString())}
      </small>
    </div>
  );
}
