import type { Overview } from '../../app/api.gen.ts';
import { useTexts } from '../../app/language.ts';
import { Link } from '../../app/router.tsx';
import { useSession } from '../../app/session.tsx';
import { Badge, Section } from '../../ui/page.tsx';
import { HOME_TEXTS } from './home-texts.ts';

/** What to do first: until there is an article to answer from, and a customer whose data can be read. */
export function FirstSteps({ overview: { bots, articles, customers, waiting } }: { overview: Overview }) {
  const texts = useTexts(HOME_TEXTS);
  const { can } = useSession();
  const drafts = waiting.reviews?.count ?? 0;
  const steps = [
    { text: texts.steps.bot, to: '/bots', scope: 'write', isDone: bots > 0 },
    { text: texts.steps.source, to: '/sources', scope: 'write', isDone: articles + drafts > 0 },
    { text: texts.steps.review, to: '/reviews', scope: 'console:review', isDone: articles > 0 },
    { text: texts.steps.playground, to: '/playground', scope: 'write', isDone: false },
    { text: texts.steps.key, to: '/api-keys', scope: 'console:keys', isDone: false },
    { text: texts.steps.customer, to: '/users', scope: 'users', isDone: (customers ?? 0) > 0 },
  ].filter(({ scope }) => can(scope));
  if (articles > 0 && customers !== 0) return null;
  if (steps.length === 0) return null;
  return (
    <Section title={texts.first}>
      <ol className="list">
        {steps.map(({ text, to, isDone }) => (
          <li key={to}>
            <Link to={to}>{text}</Link>
            {isDone && <Badge tone="good">{texts.stepDone}</Badge>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
