/** What a place shows while it has nothing to show: loading, an error in words, nothing yet. */
import type { ReactNode } from 'react';
import { ApiError, Unreachable } from '../app/api.ts';
import { pair, useTexts } from '../app/language.ts';
import { said } from '../app/said.ts';

const TEXTS = {
  loading: pair('Loading …', 'Wird geladen …'),
  retry: pair('Try again', 'Erneut versuchen'),
  unreachable: pair(
    'The server can not be reached. Check your connection.',
    'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung.',
  ),
  forbidden: pair('Your role does not allow this.', 'Ihre Rolle erlaubt das nicht.'),
  tooMany: pair('Too many attempts. Wait a moment.', 'Zu viele Versuche. Warten Sie einen Moment.'),
};

export const Loading = () => (
  <p className="loading" role="status">
    {useTexts(TEXTS).loading}
  </p>
);

/** Said in the reader's language where the console knows the case, else in the server's own words. */
export function useErrorText(): (error: unknown) => string {
  const texts = useTexts(TEXTS);
  return (error) => {
    if (error instanceof Unreachable) return texts.unreachable;
    if (error instanceof ApiError && error.status === 429) return texts.tooMany;
    if (error instanceof ApiError && error.code === 'forbidden') return texts.forbidden;
    return said(error instanceof Error ? error.message : String(error));
  };
}

export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => unknown }) {
  const texts = useTexts(TEXTS);
  const errorText = useErrorText();
  if (!error) return null;
  return (
    <div className="notice bad" role="alert">
      <p>{errorText(error)}</p>
      {onRetry && (
        <button type="button" onClick={() => void onRetry()}>
          {texts.retry}
        </button>
      )}
    </div>
  );
}

/** Nothing here, and what to do next. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <p className="strong">{title}</p>
    {children}
  </div>
);

interface Reading<T> {
  data: T | undefined;
  error: Error | null;
  refetch(): unknown;
}

/** Loading, then what was read; an error with a way to try again. */
export function Await<T>({ read, children }: { read: Reading<T>; children: (data: T) => ReactNode }) {
  if (read.data !== undefined) return children(read.data);
  return read.error ? <ErrorNotice error={read.error} onRetry={read.refetch} /> : <Loading />;
}
