import { ApiError } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { TextArea } from '../../ui/form.tsx';
import { WIDGETS_TEXTS } from './widgets-texts.ts';

/** `https://www.example.com/ ` as it was copied from a browser → the origin that browsers name. */
export const readOrigins = (text: string): string[] => [
  ...new Set(
    text
      .split(/\s+/)
      .filter((line) => line !== '')
      .map((line) => (URL.canParse(line) && /^https?:/.test(line) ? new URL(line).origin : line)),
  ),
];

interface Props {
  value: string;
  error: unknown;
  onChange: (text: string) => void;
}

/** One origin per line; what the server says of any of them stands below. */
export function OriginsField({ value, error, onChange }: Props) {
  const texts = useTexts(WIDGETS_TEXTS);
  const problems =
    error instanceof ApiError ? error.fields.filter(({ path }) => path.startsWith('/allowedOrigins')) : [];
  const origins = readOrigins(value);
  const problem = problems
    .map(({ path, message }) => `${origins[Number(path.split('/')[2])] ?? ''} ${message}`.trim())
    .join(' ');
  return (
    <TextArea
      label={texts.origins}
      hint={texts.originsHint}
      value={value}
      problem={problem}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
