import { useTexts } from '../../app/language.ts';
import { AddHere } from './add-step.tsx';
import { describeBranch } from './describe.ts';
import { useEditor } from './editor-context.ts';
import type { Step } from './flow.types.ts';
import { PICTURE_TEXTS } from './form-texts.ts';
import { StepCard } from './step-card.tsx';
import { branchesOf } from './tree.ts';

/** The rule as it is played: steps from top to bottom, and below a step the ways that lead on from it. */
export function FlowPicture({ isOnEscalation }: { isOnEscalation: boolean }) {
  const texts = useTexts(PICTURE_TEXTS);
  const { flow } = useEditor();
  return (
    <section className="flow" aria-label={texts.picture}>
      <p className="terminal">{isOnEscalation ? texts.startEscalation : texts.start}</p>
      <StepList steps={flow.steps} list="/steps" />
      <p className="terminal">{texts.end}</p>
    </section>
  );
}

function StepList({ steps, list }: { steps: readonly Step[]; list: string }) {
  const isWhole = list === '/steps';
  return (
    <>
      {steps.length > 0 && (
        <ol className="steps">
          {steps.map((step, index) => (
            <li key={step.id}>
              <AddHere list={list} index={index} />
              <PlacedStep step={step} pointer={`${list}/${index}`} />
            </li>
          ))}
        </ol>
      )}
      {steps.length === 0 && !isWhole && <EmptyBranch />}
      <AddHere list={list} index={steps.length} isLast={!isWhole} />
    </>
  );
}

const EmptyBranch = () => <p className="quiet-text">{useEditor().described.texts.empty}</p>;

function PlacedStep({ step, pointer }: { step: Step; pointer: string }) {
  const { described } = useEditor();
  const branches = branchesOf(step, pointer);
  return (
    <>
      <StepCard step={step} pointer={pointer} />
      {branches.length > 0 && (
        <ul className="branches">
          {branches.map((branch) => (
            <li key={branch.pointer} className={branch.name.kind}>
              <svg className="elbow" viewBox="0 0 20 24" aria-hidden="true">
                <path d="M1 0v6q0 8 8 8h9M14 10l4 4-4 4" />
              </svg>
              <p className="branch-name">{describeBranch(branch.name, step, described)}</p>
              <StepList steps={branch.steps} list={branch.pointer} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
