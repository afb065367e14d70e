import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { TextArea } from '../../ui/form.tsx';
import { useEditor } from './editor-context.ts';
import type { Flow, InputSchema, Step } from './flow.types.ts';
import { EDITOR_TEXTS } from './rulebook-texts.ts';
import { whyNotDrawable } from './steps.ts';

/** The same rule as text. What can be drawn goes into the picture at once; the rest waits here until it can. */
export function JsonView() {
  const texts = useTexts(EDITOR_TEXTS);
  const { flow, change, canEdit } = useEditor();
  const [typed, setTyped] = useState<{ text: string; of: Flow } | null>(null);
  const [problem, setProblem] = useState<string>();
  // Changed elsewhere meanwhile, such as by undoing: what was typed before is of another rule.
  const text = typed?.of === flow ? typed.text : write(flow);
  const type = (next: string) => {
    const read = parse(next);
    if ('flow' in read) {
      change(read.flow, { about: 'json' });
      setTyped({ text: next, of: read.flow });
      setProblem(undefined);
    } else {
      setTyped({ text: next, of: flow });
      setProblem('place' in read ? texts.notDrawable(read.place) : texts.noJson(read.message));
    }
  };
  return (
    <div className="json">
      <TextArea
        label={texts.jsonLabel}
        hint={texts.jsonHint}
        problem={typed?.of === flow ? problem : undefined}
        value={text}
        readOnly={!canEdit}
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
      />
    </div>
  );
}

const write = ({ steps, inputSchema }: Flow) => JSON.stringify({ inputSchema, flowConfig: { steps } }, null, 2);

function parse(text: string): { flow: Flow } | { place: string } | { message: string } {
  try {
    const { inputSchema = {}, flowConfig } = JSON.parse(text) as {
      inputSchema?: InputSchema;
      flowConfig?: { steps: Step[] };
    };
    const place = whyNotInputs(inputSchema) ?? whyNotDrawable(flowConfig?.steps, '/flowConfig/steps');
    return place === null ? { flow: { steps: flowConfig?.steps ?? [], inputSchema } } : { place };
  } catch (error) {
    return { message: (error as Error).message };
  }
}

function whyNotInputs(inputs: unknown): string | null {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) return '/inputSchema: { … }';
  for (const [name, input] of Object.entries(inputs)) {
    const { type } = (input ?? {}) as { type?: unknown };
    if (typeof type !== 'string') return `/inputSchema/${name}/type: "text"`;
  }
  return null;
}
