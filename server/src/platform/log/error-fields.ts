/** An error as it stands in the log. Its other properties stay out: drivers and HTTP clients hang data on them. */
export type ErrorFields = {
  type: string;
  message: string;
  stack: string | undefined;
  code?: string | number;
  cause?: unknown;
  errors?: unknown[];
};

const MAX_CAUSES = 5;
const MAX_ERRORS = 10;

/** Turns an error with its causes (at most five deep) and the parts of an AggregateError into plain data. */
export function errorFields(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  const fields: ErrorFields = {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message: error.message,
    stack: error.stack,
  };
  if (typeof code === 'string' || typeof code === 'number') fields.code = code;
  if (depth >= MAX_CAUSES) return fields;
  if (error.cause !== undefined) fields.cause = errorFields(error.cause, depth + 1);
  if (error instanceof AggregateError) {
    fields.errors = error.errors.slice(0, MAX_ERRORS).map((part) => errorFields(part, depth + 1));
  }
  return fields;
}
