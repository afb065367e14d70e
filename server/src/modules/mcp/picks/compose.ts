import { failure, type OperationAnswer, type ToolOutcome } from '../tool.ts';

interface ErrorBody {
  code?: string;
  type?: string;
  message?: string;
  errors?: { path: string; message: string }[];
}

/** Names of a tool's arguments by where REST has them: `/content` → `/message`. */
export type ArgumentNames = Readonly<Record<string, string>>;

/** What a composed tool makes of REST's answer; a refusal becomes the tool's own, with the names of its arguments. */
export function answerOf<T>(
  answer: OperationAnswer,
  names: ArgumentNames,
  read: (body: unknown) => T,
): T | ToolOutcome {
  if (answer.status < 400) return read(answer.body);
  const { code, type, message = `HTTP ${answer.status}`, errors } = (answer.body ?? {}) as ErrorBody;
  const renamed = errors?.map((error) => ({ ...error, path: nameOf(error.path.replace(/^[?:]/, '/'), names) }));
  return { status: answer.status, ...failure(code ?? type ?? 'error', message, renamed) };
}

/** A tool's whole outcome, made of one answer. */
export function compose(answer: OperationAnswer, names: ArgumentNames, read: (body: unknown) => unknown): ToolOutcome {
  return answerOf<ToolOutcome>(answer, names, (body) => ({ status: answer.status, data: read(body) }));
}

function nameOf(path: string, names: ArgumentNames): string {
  const known = Object.keys(names).find((name) => path === name || path.startsWith(`${name}/`));
  return known === undefined ? path : `${names[known]}${path.slice(known.length)}`;
}
