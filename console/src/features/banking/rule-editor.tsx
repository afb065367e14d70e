import { type FormEvent, useState } from 'react';
import type { CategorizationRule, RuleTrial } from '../../app/api.gen.ts';
import { useChange } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useReversible } from '../../app/reversible.ts';
import { Field, problemOf, Select } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { RULES_TEXTS } from './rules-texts.ts';
import { useCategories } from './use-categories.ts';

const RULES = 'GET /api/categorization-rules';
const TEXT_FIELDS = ['partner', 'purpose', 'creditorId', 'iban'] as const;
const AMOUNT_FIELDS = ['amountFrom', 'amountTo'] as const;

type Values = Record<'name' | 'categoryId' | (typeof TEXT_FIELDS)[number] | (typeof AMOUNT_FIELDS)[number], string>;

interface Props {
  /** null: a new one. */
  rule: CategorizationRule | null;
  /** What a new one begins with. */
  start: Partial<Values>;
  onDone: () => void;
}

/** A rule is tried on what is stored before it can be saved: whoever saves it has seen what it does. */
export function RuleEditor({ rule, start, onDone }: Props) {
  const texts = useTexts(RULES_TEXTS);
  const [values, setValues] = useState(() => valuesOf(rule, start));
  const test = useChange('POST /api/categorization-rules/try');
  const create = useChange('POST /api/categorization-rules', [RULES]);
  const update = useReversible('PATCH /api/categorization-rules/{rule-id}', [RULES]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.mutate({ body: { rule: bodyOf(values), ...(rule && { ruleId: rule.ruleId }) } });
  };
  const save = () => {
    const body = bodyOf(values);
    if (rule) {
      const params = { 'rule-id': rule.ruleId };
      const before = { params, body: bodyOf(valuesOf(rule, {})) };
      update.go({ name: rule.name, now: { params, body }, before, onDone });
    } else create.mutate({ body }, { onSuccess: onDone });
  };
  const change = (name: keyof Values, value: string) => {
    setValues({ ...values, [name]: value });
    // What was tried is no longer what stands here.
    test.reset();
  };
  return (
    <form className="card" onSubmit={submit} aria-label={rule ? texts.edit : texts.create}>
      <h2>{rule ? texts.edit : texts.create}</h2>
      <Fields values={values} error={test.error} onChange={change} />
      <ErrorNotice error={test.error ?? create.error ?? update.error} />
      <div className="actions">
        <button type="submit" className={test.data ? undefined : 'main'} disabled={test.isPending}>
          {texts.tryIt}
        </button>
        {test.data && (
          <button type="button" className="main" disabled={create.isPending || update.isPending} onClick={save}>
            {texts.save}
          </button>
        )}
        <button type="button" onClick={onDone}>
          {texts.cancel}
        </button>
      </div>
      {test.data && <Trial trial={test.data} />}
    </form>
  );
}

function valuesOf(rule: CategorizationRule | null, start: Partial<Values>): Values {
  const text = (value: string | number | null | undefined) => String(value ?? '');
  return {
    name: text(rule?.name ?? start.name),
    categoryId: text(rule?.categoryId ?? start.categoryId),
    partner: text(rule ? rule.partner : start.partner),
    purpose: text(rule?.purpose),
    creditorId: text(rule?.creditorId),
    iban: text(rule?.iban),
    amountFrom: text(rule?.amountFrom),
    amountTo: text(rule?.amountTo),
  };
}

/** An empty field is a condition that there is not. */
function bodyOf(values: Values) {
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, values[name].trim() || null]));
  const amounts = Object.fromEntries(
    AMOUNT_FIELDS.map((name) => [name, values[name].trim() === '' ? null : Number(values[name].replace(',', '.'))]),
  );
  return { name: values.name.trim(), categoryId: values.categoryId, ...texts, ...amounts };
}

function Fields({
  values,
  error,
  onChange,
}: {
  values: Values;
  error: unknown;
  onChange: (name: keyof Values, value: string) => void;
}) {
  const texts = useTexts(RULES_TEXTS);
  const names = useCategories();
  const of = (name: keyof Values) => ({
    value: values[name],
    problem: problemOf(error, `/rule/${name}`),
    onChange: (event: { target: { value: string } }) => onChange(name, event.target.value),
  });
  const sorted = [...names].toSorted(([, a], [, b]) => a.localeCompare(b));
  return (
    <>
      <div className="conditions">
        <Field label={texts.name} hint={texts.nameHint} required maxLength={200} {...of('name')} />
        <Select label={texts.category} required options={[['', texts.choose], ...sorted]} {...of('categoryId')} />
      </div>
      <fieldset>
        <legend>{texts.conditions}</legend>
        <div className="conditions">
          {TEXT_FIELDS.map((name) => (
            <Field key={name} label={texts[name]} maxLength={300} {...of(name)} />
          ))}
          {AMOUNT_FIELDS.map((name) => (
            <Field key={name} label={texts[name]} inputMode="decimal" pattern="-?[0-9]+([.,][0-9]+)?" {...of(name)} />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function Trial({ trial }: { trial: RuleTrial }) {
  const texts = useTexts(RULES_TEXTS);
  const formats = useFormats();
  const names = useCategories();
  const { count } = formats;
  return (
    <>
      <p className="notice" role="status">
        {texts.changes(count(trial.changes), count(trial.matches), count(trial.transactions), count(trial.users))}
      </p>
      {trial.examples.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard
        // biome-ignore lint/a11y/useSemanticElements: a group of the form, not of fields
        <div role="group" className="table-box" tabIndex={0} aria-label={texts.tryIt}>
          <table className="numbers">
            <thead>
              <tr>
                <th scope="col">{texts.date}</th>
                <th scope="col" className="words">
                  {texts.what}
                </th>
                <th scope="col">{texts.amount}</th>
                <th scope="col" className="words">
                  {texts.before}
                </th>
                <th scope="col" className="words">
                  {texts.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {trial.examples.map((each) => (
                <tr key={`${each.userId} ${each.transactionId}`}>
                  <th scope="row">{formats.day(each.bookingDate)}</th>
                  <td className="words">{[each.partner, each.purpose].filter(Boolean).join(' · ').slice(0, 120)}</td>
                  <td>{formats.money(each.amount, each.currency)}</td>
                  <td className="words">{names.get(each.categoryBefore) ?? each.categoryBefore}</td>
                  <td className={each.categoryBefore === each.categoryAfter ? 'words' : 'words strong'}>
                    {names.get(each.categoryAfter) ?? each.categoryAfter}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
