import type { Contract } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useFormats, useTexts } from '../../../app/language.ts';
import { useReversible } from '../../../app/reversible.ts';
import { useSession } from '../../../app/session.tsx';
import { Badge } from '../../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../../ui/states.tsx';
import { Traced } from '../trace.tsx';
import { useCategories } from '../use-categories.ts';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';

const CONTRACTS = 'GET /api/users/{user-id}/contracts';
const TONES = { active: 'good', early: 'warn', ended: 'plain', dismissed: 'plain' } as const;

/** Recurring payments over time; a person says which of them are none. */
export function ContractsView({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const { readsOnly } = useSession();
  const read = useRead(CONTRACTS, { params: { 'user-id': userId } });
  const decide = useReversible('PATCH /api/users/{user-id}/contracts/{contract-id}', [CONTRACTS]);
  const onDecide = (contract: Contract, decision: 'confirmed' | 'dismissed') => {
    const params = { 'user-id': userId, 'contract-id': contract.contractId };
    decide.go({
      name: contract.name,
      now: { params, body: { decision } },
      before: { params, body: { decision: null } },
    });
  };
  return (
    <Await read={read}>
      {({ contracts }) =>
        contracts.length === 0 ? (
          <Empty title={texts.nothing} />
        ) : (
          <>
            <ErrorNotice error={decide.error} />
            <Timeline contracts={contracts} {...(!readsOnly && { onDecide })} />
          </>
        )
      }
    </Await>
  );
}

interface TimelineProps {
  contracts: Contract[];
  onDecide?: (contract: Contract, decision: 'confirmed' | 'dismissed') => void;
}

const time = (date: string) => Date.parse(date);

/** Each contract from its first payment to its last, and on to the next that is expected. */
export function Timeline({ contracts, onDecide }: TimelineProps) {
  const formats = useFormats();
  const ends = contracts.map(({ lastDate, nextExpectedDate }) => nextExpectedDate ?? lastDate);
  const first = Math.min(...contracts.map(({ firstDate }) => time(firstDate)));
  const last = Math.max(...ends.map(time));
  const place = (date: string) => (last === first ? 0 : ((time(date) - first) / (last - first)) * 100);
  const order = { active: 0, early: 1, ended: 2, dismissed: 3 };
  const sorted = contracts.toSorted(
    (a, b) => order[a.status] - order[b.status] || Math.abs(b.lastAmount) - Math.abs(a.lastAmount),
  );
  return (
    <div className="card">
      <p className="chart-foot timeline-foot">
        <small>{formats.month(new Date(first).toISOString().slice(0, 7))}</small>
        <small>{formats.month(new Date(last).toISOString().slice(0, 7))}</small>
      </p>
      <ul className="timeline">
        {sorted.map((contract) => (
          <ContractRow key={contract.contractId} contract={contract} place={place} onDecide={onDecide} />
        ))}
      </ul>
    </div>
  );
}

function ContractRow({
  contract,
  place,
  onDecide,
}: {
  contract: Contract;
  place: (date: string) => number;
  onDecide: TimelineProps['onDecide'];
}) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const formats = useFormats();
  const names = useCategories();
  const { name, status, firstDate, lastDate, nextExpectedDate, currency, direction } = contract;
  const money = (amount: number) => formats.money(amount, currency);
  const span = `${formats.day(firstDate)} – ${formats.day(nextExpectedDate ?? lastDate)}`;
  const change = contract.priceChanges.at(-1);
  return (
    <li>
      <div>
        <span className="line">
          <span className="strong">{name}</span>
          <Badge tone={TONES[status]}>{texts.statuses[status]}</Badge>
        </span>
        <small>
          {[
            names.get(contract.category.id) ?? contract.category.label,
            texts.rhythms[contract.frequency],
            nextExpectedDate && `${texts.next}: ${formats.day(nextExpectedDate)}`,
            change && texts.priceChange(formats.day(change.date), money(change.from), money(change.to)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      <svg className="bar-track" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={span}>
        <title>{span}</title>
        <rect className="track" width="100" height="4" />
        <rect
          className={direction === 'income' ? 'in' : 'out'}
          x={place(firstDate)}
          width={Math.max(0.8, place(lastDate) - place(firstDate))}
          height="4"
        />
        {nextExpectedDate && (
          <rect
            className="ahead"
            x={place(lastDate)}
            width={Math.max(0, place(nextExpectedDate) - place(lastDate))}
            height="4"
          />
        )}
      </svg>
      <span className="line amounts">
        <Traced
          id={`contract.${contract.contractId}`}
          title={`${name}: ${money(contract.lastAmount)}`}
          transactionIds={contract.transactionIDs}
        >
          {money(contract.lastAmount)}
        </Traced>
        {onDecide && (status === 'early' || status === 'dismissed') && (
          <button type="button" aria-label={texts.confirmOf(name)} onClick={() => onDecide(contract, 'confirmed')}>
            {texts.confirm}
          </button>
        )}
        {onDecide && status !== 'dismissed' && (
          <button type="button" aria-label={texts.dismissOf(name)} onClick={() => onDecide(contract, 'dismissed')}>
            {texts.dismiss}
          </button>
        )}
      </span>
    </li>
  );
}
