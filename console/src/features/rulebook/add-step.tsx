import { type DragEvent, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useEditor } from './editor-context.ts';
import { KINDS, type Kind } from './flow.types.ts';
import { PICTURE_TEXTS } from './form-texts.ts';
import { StepIcon } from './step-icon.tsx';
import { newStep } from './steps.ts';
import { insertStep, moveStep } from './tree.ts';

/** What a dragged step brings along: its place. */
export const DRAGGED = 'application/x-kontor-step';

/** A place between steps: a line of the picture, where a new step is added and a dragged one falls. */
export function AddHere({ list, index, isLast }: { list: string; index: number; isLast?: boolean }) {
  const texts = useTexts(PICTURE_TEXTS);
  const { flow, change, canEdit } = useEditor();
  const [isOpen, setIsOpen] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!canEdit || !event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const moved = moveStep(flow, event.dataTransfer.getData(DRAGGED), { list, index });
    if (moved) change(moved.flow);
  };
  return (
    <div
      className={`add-here ${isOver ? 'over' : ''}`}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <svg className="connector" viewBox="0 0 12 32" aria-hidden="true">
        <path d={isLast ? 'M6 0V16' : 'M6 0V30M2 25l4 5 4-5'} />
      </svg>
      {canEdit && (
        <button type="button" aria-label={texts.addHere} title={texts.addHere} onClick={() => setIsOpen(true)}>
          +
        </button>
      )}
      {isOpen && <AddDialog list={list} index={index} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

/** The kinds of steps with what they are for; the one chosen opens. */
export function AddDialog({ list, index, onClose }: { list: string; index: number; onClose: () => void }) {
  const texts = useTexts(PICTURE_TEXTS);
  const { flow, change, setOpen, described } = useEditor();
  const add = (kind: Kind) => {
    const step = newStep(flow, kind);
    change(insertStep(flow, list, index, step), { focus: step.id });
    setOpen(step.id);
    onClose();
  };
  return (
    <Dialog title={texts.addTitle} onClose={onClose}>
      <ul className="kinds">
        {KINDS.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => add(kind)}>
              <StepIcon kind={kind} />
              <span>
                <span className="strong">{described.texts.kinds[kind]}</span>
                <small>{described.texts.kindHints[kind]}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" onClick={onClose}>
          {texts.close}
        </button>
      </div>
    </Dialog>
  );
}
