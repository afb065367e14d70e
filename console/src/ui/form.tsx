import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { ApiError } from '../app/api.ts';
import { said } from '../app/said.ts';

interface Around {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value. */
  problem?: string;
}

/** A label, its input, what helps to fill it in, and what is wrong with it. */
export function Field({ label, hint, problem, ...input }: Around & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input {...input} id={id} aria-describedby={`${id}-hint`} aria-invalid={problem ? true : undefined} />
      <Below id={id} hint={hint} problem={problem} />
    </div>
  );
}

export function TextArea({ label, hint, problem, ...textarea }: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea {...textarea} id={id} aria-describedby={`${id}-hint`} aria-invalid={problem ? true : undefined} />
      <Below id={id} hint={hint} problem={problem} />
    </div>
  );
}

export function Check({ label, ...input }: { label: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="check">
      <input {...input} type="checkbox" />
      <span>{label}</span>
    </label>
  );
}

export function Select({
  label,
  hint,
  problem,
  options,
  ...select
}: Around & { options: [value: string, text: string][] } & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select {...select} id={id} aria-describedby={`${id}-hint`}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Below id={id} hint={hint} problem={problem} />
    </div>
  );
}

const Below = ({ id, hint, problem }: { id: string } & Omit<Around, 'label'>) => (
  <div id={`${id}-hint`} className="below">
    {problem && <p className="problem">{problem}</p>}
    {hint && <p className="hint">{hint}</p>}
  </div>
);

/** What the server says of one field of what was sent, by its JSON pointer. */
export const problemOf = (error: unknown, path: string): string | undefined => {
  const problem = error instanceof ApiError ? error.fields.find((field) => field.path === path)?.message : undefined;
  return problem && said(problem);
};
