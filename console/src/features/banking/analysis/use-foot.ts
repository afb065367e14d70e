import { useFormats, useTexts } from '../../../app/language.ts';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';

/** First month, highest amount, last month: what a picture has no axes for. */
export function useFoot(currency: string | null) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const { month, money } = useFormats();
  return (months: string[], amounts: number[]): [string, string, string] => {
    const highest = Math.max(0, ...amounts.map(Math.abs));
    const ends = [months[0], months.at(-1)].map((each) => (each ? month(each) : ''));
    return [ends[0] ?? '', texts.upTo(money(highest, currency ?? 'EUR')), ends[1] ?? ''];
  };
}
