import type { Problem, Step } from './flow.types.ts';

/** What the form of a kind of steps gets. */
export interface FormProps<S extends Step> {
  step: S;
  /** Replaces the step; `about` names the field that is typed in. */
  put: (step: Step, about?: string) => void;
  /** Of this step; their paths begin at it. */
  problems: Problem[];
}

/** What is wrong with a field, by how its path begins. */
export const wordsAt = (problems: readonly Problem[], path: string) =>
  problems.flatMap((problem) =>
    problem.path === path || problem.path.startsWith(`${path}/`) ? [problem.message] : [],
  );
