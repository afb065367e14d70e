import type { ConversationFigures } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { navigate, useAddress } from '../../../app/router.tsx';
import { Columns } from '../../../ui/charts.tsx';
import { Select } from '../../../ui/form.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Await, Empty } from '../../../ui/states.tsx';
import { FIGURES_TEXTS } from './figures-texts.ts';
import { UnansweredList } from './unanswered-list.tsx';

const DAY_MS = 86_400_000;
const NAMES = ['answered', 'confirmed', 'abandoned', 'escalated'] as const;
const BY = { 7: 'day', 30: 'day', 90: 'week', 365: 'month' } as const;
type Days = keyof typeof BY;

/** What became of conversations over time, and what nobody could answer. */
export function FiguresPage() {
  const texts = useTexts(FIGURES_TEXTS);
  const { query } = useAddress();
  const agents = useRead('GET /v2/agents', {});
  const asked = Number(query.get('days'));
  const days: Days = asked in BY ? (asked as Days) : 30;
  const botId = query.get('bot') || undefined;
  const window = { since: startOfDay(days), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  const figures = useRead('GET /v2/conversations/figures', { query: { ...window, by: BY[days], agentId: botId } });
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    navigate(`/figures?${next}`, { replace: true });
  };
  return (
    <Page title={texts.title}>
      <div className="filters">
        <Select
          label={texts.days}
          value={String(days)}
          options={Object.entries(texts.periods)}
          onChange={({ target }) => choose('days', target.value)}
        />
        <Select
          label={texts.bot}
          value={botId ?? ''}
          options={[
            ['', texts.all],
            ...(agents.data?.agents ?? []).map(({ id, name }): [string, string] => [id, name]),
          ]}
          onChange={({ target }) => choose('bot', target.value)}
        />
      </div>
      <Await read={figures}>
        {(known) =>
          known.total.conversations === 0 ? (
            <Empty title={texts.empty}>
              <p>{texts.emptyHint}</p>
            </Empty>
          ) : (
            <Figures figures={known} by={BY[days]} />
          )
        }
      </Await>
      <Section title={texts.unanswered}>
        <UnansweredList since={window.since} botId={botId} />
      </Section>
    </Page>
  );
}

/** The first moment of the day so many days ago, the same all day long. */
function startOfDay(days: number): number {
  const now = new Date(Date.now() - (days - 1) * DAY_MS);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
}

function Figures({ figures: { total, periods }, by }: { figures: ConversationFigures; by: 'day' | 'week' | 'month' }) {
  const texts = useTexts(FIGURES_TEXTS);
  const formats = useFormats();
  const nameOf = (from: string) => (by === 'month' ? formats.month(from.slice(0, 7)) : formats.day(from));
  const footOf = (from: string) => (by === 'month' ? nameOf(from) : formats.shortDay(from));
  const [first, last] = [periods[0]?.from ?? '', periods.at(-1)?.from ?? ''];
  return (
    <>
      <p className="quiet-text">{texts.hint}</p>
      <div className="four">
        {NAMES.map((name) => {
          const highest = Math.max(0, ...periods.map((period) => period[name]));
          return (
            <section key={name} className="card figure">
              <h2>{texts.figures[name]}</h2>
              <p>
                <strong>{formats.count(total[name])}</strong>
                <small>{texts.conversations(formats.count(total.conversations))}</small>
              </p>
              <Columns
                label={texts.figures[name]}
                columns={periods.map((period) => ({
                  label: period.from,
                  value: period[name],
                  text: `${nameOf(period.from)}: ${formats.count(period[name])}`,
                }))}
                foot={[footOf(first), highest > 0 ? texts.highest(formats.count(highest)) : '', footOf(last)]}
              />
              <p className="quiet-text">{texts.definitions[name]}</p>
            </section>
          );
        })}
      </div>
      <FiguresTable periods={periods} nameOf={nameOf} />
      <ModelUse total={total} />
    </>
  );
}

function FiguresTable({ periods, nameOf }: { periods: ConversationFigures['periods']; nameOf(from: string): string }) {
  const texts = useTexts(FIGURES_TEXTS);
  const formats = useFormats();
  return (
    <details>
      <summary>{texts.table}</summary>
      {/* Focusable, so that it scrolls by keyboard. */}
      <div className="scroll" role="region" aria-label={texts.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[texts.from, texts.began, ...NAMES.map((name) => texts.figures[name])].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.from}>
                <th scope="row">{nameOf(period.from)}</th>
                {(['conversations', ...NAMES] as const).map((name) => (
                  <td key={name}>{formats.count(period[name])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function ModelUse({ total }: { total: ConversationFigures['total'] }) {
  const texts = useTexts(FIGURES_TEXTS);
  const formats = useFormats();
  const cost = (value: number) => formats.count(Math.round(value * 10_000) / 10_000);
  return (
    <Section title={texts.model}>
      {total.modelTokens === 0 ? (
        <p className="quiet-text">{texts.noModel}</p>
      ) : (
        <dl className="numbers">
          {[
            [texts.tokens, formats.count(total.modelTokens)],
            [texts.cost, cost(total.modelCost)],
            [texts.each, cost(total.modelCost / total.conversations)],
          ].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
