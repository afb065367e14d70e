import { useState } from 'react';

/**
 * What is typed of something that is stored. What others save meanwhile does not take its place: `isOutdated` says that it is
 * there, and `load` shows it.
 */
export function useDraft<Stored extends { updatedAt: string }, Draft>(
  stored: Stored | null,
  draftOf: (stored: Stored) => Draft,
  empty: Draft,
) {
  const from = (given: Stored) => ({ draft: draftOf(given), of: given.updatedAt });
  const [{ draft, of }, setState] = useState(() => (stored ? from(stored) : { draft: empty, of: '' }));
  return {
    draft,
    setDraft: (next: Draft) => setState({ draft: next, of }),
    /** ISO 8601, so the later one is the greater. */
    isOutdated: stored !== null && stored.updatedAt > of,
    load: () => {
      if (stored) setState(from(stored));
    },
    /** It was stored from here. */
    saved: (next: Stored) => setState(from(next)),
  };
}
