import type { Call } from '../command.types.ts';
import { examine, type Finding } from '../doctor/examine.ts';
import { EXIT_CODES } from '../exit.ts';

const MARKS = { ok: ['green', '✓'], warning: ['yellow', '!'], broken: ['red', '✗'], skipped: ['dim', '–'] } as const;

export async function run(call: Call): Promise<number> {
  const { terminal } = call;
  const findings = await examine(call);
  terminal.result(findings, () => findings.map((finding) => render(call, finding)).join('\n'));
  const isBroken = findings.some(({ state }) => state === 'broken');
  if (!isBroken) return EXIT_CODES.ok.code;
  const unreachable = findings.some(({ about, state }) => about === 'address' && state === 'broken');
  return unreachable ? EXIT_CODES.unreachable.code : EXIT_CODES.failed.code;
}

function render({ terminal: { style } }: Call, { about, state, message, hint }: Finding): string {
  const [colour, mark] = MARKS[state];
  return `${style(colour, mark)} ${about.padEnd(13)} ${message}${hint ? `\n    ${style('dim', '→')} ${hint}` : ''}`;
}
