import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { said } from '../../../app/said.ts';
import { Await } from '../../../ui/states.tsx';
import { Traced } from '../trace.tsx';
import { useCategories } from '../use-categories.ts';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';

interface Sign {
  kind: string;
  statement?: string;
  transactionIDs: string[];
}

/** How somebody lives and whether they are of age, as far as the bookings show, with what shows it. */
export function SituationView({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const { money } = useFormats();
  const params = { 'user-id': userId };
  const living = useRead('GET /api/users/{user-id}/analysis/person/living-situation', { params });
  const adult = useRead('GET /api/users/{user-id}/analysis/person/adult-check', { params });
  return (
    <div className="grid">
      <Await read={adult}>
        {({ result, evidence }) => <Answers title={texts.ages[result]} answers={[]} evidence={evidence} />}
      </Await>
      <Await read={living}>
        {({ family, mobility, homeOwnership, renting, currency }) => {
          const say = (answer: string, amount: number | null = null) =>
            [answer === 'yes' ? texts.yes : texts.unknown, amount === null ? null : money(amount, currency ?? 'EUR')]
              .filter(Boolean)
              .join(', ');
          const answers: [string, string][] = [
            [texts.answers.children, say(family.children)],
            [texts.answers.maintenanceFromSpouse, say(family.maintenanceFromSpouse)],
            [texts.answers.car, say(mobility.car)],
            [texts.answers.publicTransport, say(mobility.publicTransport)],
            [texts.answers.owner, say(homeOwnership.owner, homeOwnership.monthlyPayment)],
            [texts.answers.tenant, say(renting.tenant, renting.monthlyRent)],
          ];
          const evidence = [family, mobility, homeOwnership, renting].flatMap((part) => part.evidence);
          return <Answers title={texts.names.situation} answers={answers} evidence={evidence} />;
        }}
      </Await>
    </div>
  );
}

function Answers({
  title,
  answers,
  evidence,
}: {
  title: string;
  answers: [question: string, answer: string][];
  evidence: Sign[];
}) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const names = useCategories();
  return (
    <div className="card">
      <h2>{title}</h2>
      {answers.length > 0 && (
        <dl className="facts">
          {answers.map(([question, answer]) => (
            <div key={question} className="fact">
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
      {evidence.length > 0 && <h3>{texts.evidence}</h3>}
      <ul className="plain">
        {evidence.map(({ kind, statement, transactionIDs }, n) => {
          const text = statement
            ? said(statement)
            : (texts.signs[kind as keyof typeof texts.signs] ?? names.get(kind) ?? kind);
          return (
            <li key={`${kind} ${n}`}>
              <Traced id={`sign.${title}.${n}`} title={text} transactionIds={transactionIDs}>
                {text}
              </Traced>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
