import { useFormats } from '../../../app/language.ts';
import { Columns } from '../../../ui/charts.tsx';
import { useTrace } from '../trace.tsx';
import { useFoot } from './use-foot.ts';

interface InAndOutProps {
  label: string;
  /** Of the table below the picture, whose first two figures are those of the columns. */
  prefix: string;
  currency: string | null;
  words: { in: string; out: string };
  months: { month: string; in: number; out: number }[];
}

/** Two columns a month, what came in beside what went out; each leads to its transactions. */
export function InAndOut({ label, prefix, currency, words, months }: InAndOutProps) {
  const formats = useFormats();
  const trace = useTrace();
  const footOf = useFoot(currency);
  const text = (month: string, word: string, amount: number) =>
    `${formats.month(month)} ${word}: ${formats.money(amount, currency ?? 'EUR')}`;
  return (
    <Columns
      label={label}
      foot={footOf(
        months.map(({ month }) => month),
        months.flatMap((month) => [month.in, month.out]),
      )}
      columns={months.flatMap((each) => [
        { label: each.month, value: each.in, text: text(each.month, words.in, each.in) },
        { label: each.month, value: each.out, text: text(each.month, words.out, each.out), isOutgoing: true },
      ])}
      onPick={(index) => trace.show(`${prefix}.${months[index >> 1]?.month}.${index & 1}`)}
    />
  );
}
