import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call, type Input, type Operation, useRefresh } from '../app/api.ts';
import { navigate } from '../app/router.tsx';
import { Confirm } from './dialog.tsx';
import { ErrorNotice } from './states.tsx';

interface Removing<K extends Operation> {
  title: string;
  /** What the button that does it says. */
  go: string;
  /** What becomes of it, and of what belongs to it. */
  children: ReactNode;
  operation: K;
  input: Input<K>;
  /** Where the page leads once it is gone. */
  to: string;
  /** What is read again there. */
  stale: Operation[];
  onClose: () => void;
}

/**
 * Asks before what a page shows is removed for good. The page is left as soon as it is gone, before anything is read again: the
 * server tells of the removal too, and the page would ask for what is no longer there.
 */
export function Removal<K extends Operation>(removing: Removing<K>) {
  const { title, go, children, operation, input, to, stale, onClose } = removing;
  const refresh = useRefresh();
  const remove = useMutation({
    mutationFn: () => call(operation, input),
    onSuccess: () => {
      navigate(to, { replace: true });
      void refresh(stale);
    },
  });
  return (
    <Confirm title={title} go={go} isBusy={remove.isPending} onClose={onClose} onGo={() => remove.mutate()}>
      {children}
      <ErrorNotice error={remove.error} />
    </Confirm>
  );
}
