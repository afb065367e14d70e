import { useState } from 'react';
import { pair, useTexts } from '../app/language.ts';
import type { ComparedLine } from './compare-lines.ts';

const TEXTS = {
  same: pair(
    (count: number) => `${count} unchanged lines`,
    (count: number) => `${count} unveränderte Zeilen`,
  ),
};

/** So many lines beside a change are shown; longer stretches wait behind a button. */
const AROUND = 2;

/** Lines that came and went: marked by colour, by the marks of the elements, and by a sign. */
export function Lines({ lines }: { lines: readonly ComparedLine[] }) {
  return (
    <div className="diff">
      {stretches(lines).map(({ at, lines: stretch, isFar }) =>
        isFar ? <Folded key={at} lines={stretch} /> : stretch.map((line, n) => <Line key={`${at + n}`} {...line} />),
      )}
    </div>
  );
}

function Line({ kind, text }: ComparedLine) {
  if (kind === 'added') return <ins>{`+ ${text}\n`}</ins>;
  if (kind === 'removed') return <del>{`− ${text}\n`}</del>;
  return <span>{`${text}\n`}</span>;
}

function Folded({ lines }: { lines: readonly ComparedLine[] }) {
  const texts = useTexts(TEXTS);
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return lines.map((line, n) => <Line key={`${n} ${line.text}`} {...line} />);
  return (
    <button type="button" className="quiet" onClick={() => setIsOpen(true)}>
      {texts.same(lines.length)}
    </button>
  );
}

interface Stretch {
  at: number;
  lines: ComparedLine[];
  isFar: boolean;
}

/** Runs of lines that are near a change, and runs that are not. Short far ones are shown all the same. */
function stretches(lines: readonly ComparedLine[]): Stretch[] {
  const isNear = lines.map((_, n) => lines.slice(Math.max(0, n - AROUND), n + AROUND + 1).some(isChange));
  const found: Stretch[] = [];
  for (const [at, line] of lines.entries()) {
    const last = found.at(-1);
    const isFar = !isNear[at];
    if (last && last.isFar === isFar) last.lines.push(line);
    else found.push({ at, lines: [line], isFar });
  }
  return found.map((stretch) => ({ ...stretch, isFar: stretch.isFar && stretch.lines.length > 2 }));
}

const isChange = ({ kind }: ComparedLine) => kind !== 'same';
