import { type KeyboardEvent, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { Badge } from '../../ui/page.tsx';
import { AddDialog, DRAGGED } from './add-step.tsx';
import { describeStep } from './describe.ts';
import { type Editor, useEditor } from './editor-context.ts';
import type { Step } from './flow.types.ts';
import { PICTURE_TEXTS } from './form-texts.ts';
import { StepForm } from './step-form.tsx';
import { StepIcon } from './step-icon.tsx';
import { copyOf } from './steps.ts';
import { insertStep, nudgeStep, problemsAt, removeStep, splitPlace, walk } from './tree.ts';

/** Of the button that opens a step. */
export const headOf = (id: string) => `step-${id}`;

/** What the forms show at the field itself. */
const AT_FIELD =
  /^\/(?:text|question|input|inputs|action|withoutConfirmation|failure|articleId|tag|step|branches)(?:\/|$)/;

/** A step as a sentence, with what is wrong with it; opened, as its form. */
export function StepCard({ step, pointer }: { step: Step; pointer: string }) {
  const texts = useTexts(PICTURE_TEXTS);
  const editor = useEditor();
  const { described, open, setOpen, passed, waitsAt, canEdit } = editor;
  const isOpen = open === step.id;
  const problems = problemsAt(editor.problems, step, pointer);
  const state = waitsAt === step.id ? 'waits' : passed.has(step.id) ? 'passed' : '';
  const own = `/flowConfig${pointer}`;
  return (
    <div
      className={`step ${step.kind} ${state} ${problems.length > 0 ? 'wrong' : ''}`}
      draggable={canEdit && !isOpen}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, pointer)}
    >
      {canEdit && !isOpen && (
        // Some browsers let nothing be dragged by a button.
        <span className="grip" aria-hidden="true">
          ⠿
        </span>
      )}
      <button
        type="button"
        id={headOf(step.id)}
        className="step-head"
        aria-expanded={isOpen}
        onClick={() => setOpen(isOpen ? null : step.id)}
        onKeyDown={(event) => onKey(event, step, pointer, editor)}
      >
        <StepIcon kind={step.kind} />
        <span className="step-says">
          <span className="step-kind">{described.texts.kinds[step.kind]}</span>
          <span>{describeStep(step, described)}</span>
        </span>
        {state !== '' && (
          <Badge tone={state === 'waits' ? 'warn' : 'good'}>{state === 'waits' ? texts.waits : texts.passed}</Badge>
        )}
        {problems.length > 0 && <Badge tone="bad">{texts.mistakes(problems.length)}</Badge>}
      </button>
      {problems.length > 0 && !isOpen && (
        <ul className="step-problems">
          {problems.map(({ path, message }) => (
            <li key={path + message} className="problem">
              {message}
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <div className="step-body">
          <StepForm
            step={step}
            pointer={pointer}
            problems={problems.map(({ path, message }) => ({ path: path.slice(own.length), message }))}
          />
          {problems
            .filter(({ path }) => !AT_FIELD.test(path.slice(own.length)))
            .map(({ path, message }) => (
              <p key={path + message} className="problem">
                {message}
              </p>
            ))}
          <Tools step={step} pointer={pointer} />
        </div>
      )}
    </div>
  );
}

function Tools({ step, pointer }: { step: Step; pointer: string }) {
  const texts = useTexts(PICTURE_TEXTS);
  const editor = useEditor();
  const { flow, change, canEdit, setOpen } = editor;
  const [isAdding, setIsAdding] = useState(false);
  const { list, index } = splitPlace(pointer);
  const copy = () => {
    const made = copyOf(flow, step);
    change(insertStep(flow, list, index + 1, made), { focus: made.id });
  };
  return (
    <div className="actions" role="group" aria-label={texts.tools}>
      <button type="button" className="main" onClick={() => setOpen(null)}>
        {texts.done}
      </button>
      {canEdit && (
        <>
          <button type="button" onClick={() => setIsAdding(true)}>
            {texts.below}
          </button>
          <button type="button" onClick={() => nudge(step, pointer, -1, editor)}>
            {texts.up}
          </button>
          <button type="button" onClick={() => nudge(step, pointer, 1, editor)}>
            {texts.down}
          </button>
          <button type="button" onClick={copy}>
            {texts.copy}
          </button>
          <button type="button" className="danger" onClick={() => remove(step, pointer, editor)}>
            {texts.remove}
          </button>
        </>
      )}
      {isAdding && <AddDialog list={list} index={index + 1} onClose={() => setIsAdding(false)} />}
    </div>
  );
}

function nudge(step: Step, pointer: string, by: 1 | -1, { flow, change }: Editor) {
  const moved = nudgeStep(flow, pointer, by);
  if (moved) change(moved.flow, { focus: step.id });
}

/** It can be undone, so nobody is asked; the focus goes to the step before. */
function remove(step: Step, pointer: string, { flow, change, setOpen }: Editor) {
  const all = walk(flow.steps).map((place) => place.step.id);
  const neighbour = all[all.indexOf(step.id) - 1];
  setOpen(null);
  change(removeStep(flow, pointer), neighbour === undefined ? {} : { focus: neighbour });
}

function onKey(event: KeyboardEvent, step: Step, pointer: string, editor: Editor) {
  const { flow, canEdit } = editor;
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
  if (by !== null && event.altKey) {
    event.preventDefault();
    if (canEdit) nudge(step, pointer, by, editor);
  } else if (by !== null) {
    event.preventDefault();
    const all = walk(flow.steps).map((place) => place.step.id);
    const next = all[all.indexOf(step.id) + by];
    if (next !== undefined) document.getElementById(headOf(next))?.focus();
  } else if (canEdit && (event.key === 'Delete' || event.key === 'Backspace')) {
    event.preventDefault();
    remove(step, pointer, editor);
  }
}
