import type { ConversationFigures, Overview } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Columns } from '../../ui/charts.tsx';
import { Section } from '../../ui/page.tsx';
import { Await } from '../../ui/states.tsx';
import { HOME_TEXTS } from './home-texts.ts';

const DRAWN = ['answered', 'confirmed', 'abandoned', 'escalated'] as const;

/** Of the last thirty days. Four numbers that are counted each for itself, for an answer is not yet a solved problem. */
export function Figures({ overview }: { overview: Overview }) {
  const texts = useTexts(HOME_TEXTS);
  const formats = useFormats();
  const figures = useRead('GET /v2/conversations/figures', {});
  const { customers, runs } = overview;
  return (
    <Section title={texts.figures}>
      <Await read={figures}>
        {(data) =>
          data.total.conversations === 0 ? (
            <p className="quiet-text">{texts.noConversations}</p>
          ) : (
            <>
              <p className="quiet-text">
                {texts.conversations(data.total.conversations, formats.count(data.total.conversations))}
              </p>
              <div className="grid pairs">
                {DRAWN.map((kind) => (
                  <Drawn key={kind} kind={kind} figures={data} />
                ))}
              </div>
            </>
          )
        }
      </Await>
      {customers !== null && runs !== null && (
        <div className="grid pairs">
          <div className="card figure">
            <p>
              <strong>{formats.count(customers)}</strong>
              {texts.customers}
            </p>
          </div>
          <div className="card figure">
            <p>
              <strong>{formats.count(runs.completed)}</strong>
              {texts.runs}
              {runs.failed > 0 && <small> · {texts.failed(formats.count(runs.failed))}</small>}
            </p>
          </div>
        </div>
      )}
    </Section>
  );
}

function Drawn({ kind, figures }: { kind: (typeof DRAWN)[number]; figures: ConversationFigures }) {
  const texts = useTexts(HOME_TEXTS);
  const formats = useFormats();
  const { periods, total } = figures;
  const highest = Math.max(0, ...periods.map((period) => period[kind]));
  return (
    <div className="card figure">
      <p>
        <strong>{formats.count(total[kind])}</strong>
        {texts.kinds[kind]}
      </p>
      <Columns
        label={texts.kinds[kind]}
        columns={periods.map((period) => ({
          label: period.from,
          value: period[kind],
          text: `${formats.day(period.from)}: ${formats.count(period[kind])}`,
        }))}
        foot={[
          formats.day(periods[0]?.from ?? ''),
          texts.atMost(formats.count(highest)),
          formats.day(periods.at(-1)?.from ?? ''),
        ]}
      />
    </div>
  );
}
