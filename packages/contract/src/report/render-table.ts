import { styleText } from 'node:util';
import type { CheckResult } from '../check-contract.ts';
import type { Outcome, Verdict } from '../judge/verdict.types.ts';
import { GROUPS } from '../rules.ts';

type Style = Parameters<typeof styleText>[0];
const MARKS: Record<Outcome, [mark: string, style: Style]> = {
  kept: ['✓', 'green'],
  finding: ['✗', 'red'],
  open: ['·', 'dim'],
};

/** The report for people: one line per rule, and for each finding what was seen and what mends it. */
export function renderTable({ verdicts, summary }: CheckResult, colour: boolean): string {
  const paint = (style: Style, text: string) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const lines = [
    `Endpoint contract · ${summary.environment.name} · ${plural(summary.endpoints.length, 'endpoint')} · ${summary.startedAt.slice(0, 16)}Z`,
  ];
  GROUPS.forEach((title, index) => {
    const ofGroup = verdicts.filter(({ group }) => group === index + 1);
    if (ofGroup.length === 0) return;
    lines.push('', paint('bold', `${String(index + 1).padStart(2)} ${title}`));
    for (const [, ofRule] of Map.groupBy(ofGroup, ({ rule }) => rule)) lines.push(...renderRule(ofRule, paint));
  });
  return `${[...lines, '', renderCount(verdicts, paint)].join('\n')}\n`;
}

type Paint = (style: Style, text: string) => string;

/** The worst outcome leads; the places where the rule holds are only counted. */
function renderRule(ofRule: Verdict[], paint: Paint): string[] {
  const findings = ofRule.filter(({ outcome }) => outcome === 'finding');
  const open = ofRule.filter(({ outcome }) => outcome === 'open');
  const [first] = ofRule;
  const outcome = findings.length > 0 ? 'finding' : open.length === ofRule.length ? 'open' : 'kept';
  const [mark, style] = MARKS[outcome];
  const kind = first?.kind === 'contract' ? '' : paint('dim', ` (${first?.kind})`);
  const lines = [`   ${paint(style, mark)} ${first?.text}${kind}`];
  for (const { endpoint, evidence } of findings) lines.push(`     ${place(endpoint)}${evidence}`);
  for (const mend of new Set(findings.map((each) => each.mend))) lines.push(paint('cyan', `     → ${mend}`));
  if (findings.length > 0) return lines;
  if (outcome === 'open') {
    for (const [evidence, places] of Map.groupBy(open, (each) => each.evidence)) {
      const where = places.length > 1 ? `${places.length} endpoints: ` : place(places[0]?.endpoint ?? null);
      lines.push(paint('dim', `     ${where}${evidence}`));
    }
  }
  return lines;
}

const place = (endpoint: string | null) => (endpoint === null ? '' : `${endpoint}: `);

function renderCount(verdicts: readonly Verdict[], paint: Paint): string {
  const count = (outcome: Outcome, kind?: string) =>
    verdicts.filter((verdict) => verdict.outcome === outcome && (kind === undefined || verdict.kind === kind)).length;
  const findings = count('finding');
  const told = `${plural(count('finding', 'contract'), 'break')} of the contract, ${count('finding', 'advice')} of advice`;
  const verdict =
    findings === 0 ? paint('green', 'No finding.') : paint('red', `${plural(findings, 'finding')}: ${told}.`);
  return `${verdict} ${count('kept')} kept, ${count('open')} open.`;
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
