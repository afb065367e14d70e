import type { ConnectStep } from '../provider.types.ts';
import type { Xs2aState } from './xs2a.types.ts';

/** How far a connection is: what to remember, and what the end user does next. */
export interface Progress {
  state: Xs2aState;
  step: ConnectStep;
}

export function settle(state: Xs2aState, step: ConnectStep): Progress {
  return { state: { ...state, step }, step };
}
