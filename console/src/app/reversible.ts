/** Changes that can be taken back exactly, by the same operation. */
import { type Input, type Operation, type Result, useChange } from './api.ts';
import { pair, useTexts } from './language.ts';
import { useUndo } from './undo.ts';

const TEXTS = {
  changed: pair(
    (name: string) => `“${name}” was changed.`,
    (name: string) => `„${name}“ wurde geändert.`,
  ),
};

interface Reversible<K extends Operation> {
  /** What was changed, as people call it. */
  name: string;
  now: Input<K>;
  /** What makes it as it was. */
  before: Input<K>;
  /** Also once it was taken back. */
  onDone?: (result: Result<K>) => void;
}

/** As `useChange`; says what was changed and offers to take it back. */
export function useReversible<K extends Operation>(operation: K, stale: Operation[] = []) {
  const texts = useTexts(TEXTS);
  const tellUndo = useUndo();
  const change = useChange(operation, stale);
  const go = ({ name, now, before, onDone }: Reversible<K>) => {
    const send = (input: Input<K>) => change.mutateAsync(input).then((result) => onDone?.(result));
    send(now).then(
      () => tellUndo(texts.changed(name), () => send(before)),
      // It stands where it was asked for.
      () => undefined,
    );
  };
  return { go, isPending: change.isPending, variables: change.variables, error: change.error };
}
