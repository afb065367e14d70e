import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Section } from '../../ui/page.tsx';
import { Await } from '../../ui/states.tsx';
import { HOME_TEXTS } from './home-texts.ts';

/** What customers asked in vain, most often first. */
export function Unanswered() {
  const texts = useTexts(HOME_TEXTS);
  const formats = useFormats();
  const unanswered = useRead('GET /v2/knowledge/unanswered', {});
  return (
    <Section title={texts.unanswered}>
      <Await read={unanswered}>
        {({ matters }) =>
          matters.length === 0 ? (
            <p className="quiet-text">{texts.noUnanswered}</p>
          ) : (
            <>
              <p className="quiet-text">{texts.unansweredHint}</p>
              <ol className="list">
                {matters.slice(0, 5).map(({ question, count }) => (
                  <li key={question}>
                    <span>{question}</span>
                    <small>{texts.times(formats.count(count))}</small>
                  </li>
                ))}
              </ol>
            </>
          )
        }
      </Await>
    </Section>
  );
}
