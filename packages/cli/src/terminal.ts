import { styleText } from 'node:util';
import { renderTable, renderValue } from './render.ts';
import type { World } from './world.ts';

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** What a command says: results to the standard output, everything else to the standard error. */
export interface Terminal {
  isJson: boolean;
  /** Whether a person sits there and can be asked. */
  isInteractive: boolean;
  /** The result: as JSON for programs, else as `text` renders it; without it as an indented tree. */
  result(value: unknown, text?: () => string): void;
  /** Rows under headings, as a result. */
  table<T>(rows: readonly T[], columns: Readonly<Record<string, (row: T) => unknown>>, empty: string): void;
  /** A piece of a result that comes about bit by bit; nothing with `--json`. */
  stream(text: string): void;
  /** A line beside the result. */
  note(text: string): void;
  /** Draws how far something is, from 0 to 1, where a person looks on; `end` leaves the line behind. */
  progress(label: string): { show(share: number): void; end(): void };
  /** For the standard output. */
  style(style: Style, text: string): string;
  /** For the standard error. */
  noteStyle(style: Style, text: string): string;
}

const BAR_WIDTH = 28;

export function createTerminal({ stdout, stderr, stdin, env }: World, isJson: boolean): Terminal {
  const withColours = (output: { isTTY?: boolean }) => output.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const styler = (isOn: boolean) => (style: Style, text: string) =>
    isOn ? styleText(style, text, { validateStream: false }) : text;
  const style = styler(withColours(stdout) && !isJson);
  const note = (text: string) => void stderr.write(`${text}\n`);
  const result: Terminal['result'] = (value, text) => {
    const shown = isJson ? JSON.stringify(value ?? null, null, 2) : (text?.() ?? renderValue(value));
    if (shown !== '') stdout.write(shown.endsWith('\n') ? shown : `${shown}\n`);
  };
  return {
    isJson,
    isInteractive: stdin.isTTY === true && stderr.isTTY === true,
    result,
    table(rows, columns, empty) {
      if (rows.length === 0 && !isJson) note(empty);
      result(rows, () => renderTable(rows, columns, (heading) => style('dim', heading)));
    },
    stream: (text) => void (isJson || stdout.write(text)),
    note,
    progress(label) {
      if (stderr.isTTY !== true) return { show() {}, end() {} };
      return {
        show(share) {
          const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
          const bar = `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}`;
          stderr.write(`\r${label} ${bar} ${String(Math.round(share * 100)).padStart(3)} %`);
        },
        end: () => void stderr.write('\n'),
      };
    },
    style,
    noteStyle: styler(withColours(stderr)),
  };
}
