import type { EnvironmentName, InputField, Step, StepOutput, Values } from './integrations.types.ts';

export interface ActionRow {
  actionId: string;
  name: string;
  description: string;
  inputs: InputField[];
  steps: Step[];
  outputs: StepOutput[];
  createdAt: Date;
  updatedAt: Date;
}

/** How a run stands: `running` until it has ended; `unknown` has to be settled by a person. */
export type RunState = 'running' | 'done' | 'refused' | 'failed' | 'unknown';

export interface RunRow {
  runId: string;
  actionId: string;
  actionName: string;
  botId: string | null;
  conversationId: string | null;
  userKey: string | null;
  environment: EnvironmentName;
  runKey: string;
  state: RunState;
  /** Set before the first write goes out: from then on a crash leaves the outcome unknown. */
  hasWritten: boolean;
  /** The write that was last begun, or the step it ended at. */
  step: string | null;
  inputs: Values;
  outputs: Values;
  errorCode: string | null;
  failure: string | null;
  message: string | null;
  settledAs: 'done' | 'not_done' | null;
  settledBy: string | null;
  settledNote: string | null;
  settledAt: Date | null;
  startedAt: Date;
  endedAt: Date | null;
}
