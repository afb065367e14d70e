import { useTexts } from '../../app/language.ts';
import { ENDPOINT_TEXTS } from './integrations-texts.ts';

interface Request {
  method: string;
  url: string;
  headers: Record<string, unknown>;
  body: string | null;
}

/** A request as it goes out, but for the key. */
export function RequestView({ request: { method, url, headers, body } }: { request: Request }) {
  const texts = useTexts(ENDPOINT_TEXTS);
  return (
    <div className="stack tight">
      <code className="request">
        {`${method} ${url}`}
        {body !== null && `\n\n${body}`}
      </code>
      <details>
        <summary>{texts.headers}</summary>
        <code className="request">
          {Object.entries(headers)
            .map(([name, value]) => `${name}: ${String(value)}`)
            .join('\n')}
        </code>
      </details>
    </div>
  );
}

/** Values by name, as they came back. */
export const ValuesView = ({ values }: { values: Record<string, unknown> }) => (
  <dl className="facts">
    {Object.entries(values).map(([name, value]) => (
      <div key={name} className="fact">
        <dt>{name}</dt>
        <dd>{value === null ? '–' : JSON.stringify(value).replace(/^"|"$/g, '')}</dd>
      </div>
    ))}
  </dl>
);
