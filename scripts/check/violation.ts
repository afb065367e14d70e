/** One broken rule of the house: where it is and what to do about it. */
export type Violation = {
  /** The rule's short name, as printed. */
  rule: string;
  /** Path from the repository's root, with forward slashes. */
  path: string;
  /** Line in that file, counted from 1. */
  line: number;
  message: string;
};

export function formatViolation({ rule, path, line, message }: Violation): string {
  return `${path}:${line}  ${rule}: ${message}`;
}
