import { useTexts } from '../../app/language.ts';
import { Field, Select } from '../../ui/form.tsx';
import { type KnownGroup, knownOf, typeOfKnown } from './catalogue.ts';
import { describeCondition } from './describe.ts';
import { useEditor } from './editor-context.ts';
import type { Condition, Literal, Problem, ValueType } from './flow.types.ts';
import { FORM_TEXTS } from './form-texts.ts';
import { ReferenceSelect } from './reference-select.tsx';
import { emptyValue, ValueField } from './value-field.tsx';

interface Props {
  condition: Condition;
  onChange: (condition: Condition, about?: string) => void;
  /** Their paths begin at the condition. */
  problems: Problem[];
}

/** A condition as rows that read as a sentence; groups of rows may hold groups. */
export function ConditionForm({ condition, onChange, problems }: Props) {
  const { described, catalogue } = useEditor();
  const groups = knownOf(described, catalogue);
  return (
    <div className="stack tight">
      <p className="quiet-text">{describeCondition(condition, described)}</p>
      <GroupForm condition={condition} onChange={onChange} problems={problems} groups={groups} depth={0} />
    </div>
  );
}

type GroupKind = 'all' | 'any' | 'notAll' | 'none';

/** A single question is a group of one, so that another can be added to it. */
function readGroup(condition: Condition): { kind: GroupKind; parts: Condition[]; path: string } {
  if (condition.op === 'all' || condition.op === 'any')
    return { kind: condition.op, parts: condition.of, path: '/of/' };
  if (condition.op === 'not' && (condition.of.op === 'all' || condition.of.op === 'any')) {
    return { kind: condition.of.op === 'all' ? 'notAll' : 'none', parts: condition.of.of, path: '/of/of/' };
  }
  return { kind: 'all', parts: [condition], path: '' };
}

function writeGroup(kind: GroupKind, parts: Condition[]): Condition {
  const [first] = parts;
  if (kind === 'all' && parts.length === 1 && first) return first;
  if (kind === 'all' || kind === 'any') return { op: kind, of: parts };
  return { op: 'not', of: { op: kind === 'notAll' ? 'all' : 'any', of: parts } };
}

const isGroup = (condition: Condition): boolean =>
  condition.op === 'all' || condition.op === 'any' || (condition.op === 'not' && isGroup(condition.of));

interface GroupProps extends Props {
  groups: KnownGroup[];
  depth: number;
  onRemove?: () => void;
}

function GroupForm({ condition, onChange, problems, groups, depth, onRemove }: GroupProps) {
  const texts = useTexts(FORM_TEXTS);
  const { canEdit } = useEditor();
  const { kind, parts, path } = readGroup(condition);
  const put = (index: number, part: Condition, about?: string) =>
    onChange(writeGroup(kind, parts.with(index, part)), about);
  const remove = (index: number) => {
    const left = parts.toSpliced(index, 1);
    if (left.length > 0) onChange(writeGroup(kind, left));
    else onRemove?.();
  };
  const ref = groups[0]?.known[0]?.ref ?? 'attributes.';
  return (
    <fieldset className="condition-group">
      <Select
        label={texts.groupIs}
        value={kind}
        disabled={!canEdit}
        onChange={(event) => onChange(writeGroup(event.target.value as GroupKind, parts))}
        options={[
          ['all', texts.all],
          ['any', texts.any],
          ['notAll', texts.notAll],
          ['none', texts.none],
        ]}
      />
      {parts.map((part, index) => {
        const below = path === '' ? problems : inside(problems, `${path}${index}`);
        const rest = {
          onChange: (next: Condition, about?: string) => put(index, next, about),
          problems: below,
          groups,
        };
        const mayGo = parts.length > 1 || onRemove !== undefined;
        // Rows have no names of their own; they are told apart by where they stand.
        return isGroup(part) ? (
          <GroupForm key={index} condition={part} {...rest} depth={depth + 1} onRemove={() => remove(index)} />
        ) : (
          <QuestionRow key={index} question={part} {...rest} onRemove={mayGo ? () => remove(index) : undefined} />
        );
      })}
      {canEdit && (
        <div className="actions">
          <button
            type="button"
            className="quiet"
            onClick={() => onChange(writeGroup(kind, [...parts, { op: 'known', ref }]))}
          >
            + {texts.addCondition}
          </button>
          {depth < 3 && (
            <button
              type="button"
              className="quiet"
              onClick={() => onChange(writeGroup(kind, [...parts, { op: 'any', of: [{ op: 'known', ref }] }]))}
            >
              + {texts.addGroup}
            </button>
          )}
        </div>
      )}
    </fieldset>
  );
}

const inside = (problems: readonly Problem[], prefix: string): Problem[] =>
  problems.flatMap(({ path, message }) =>
    path === prefix || path.startsWith(`${prefix}/`) ? [{ path: path.slice(prefix.length), message }] : [],
  );

type CompareOp = 'equals' | 'less' | 'at_most' | 'more' | 'at_least' | 'contains' | 'one_of' | 'known';

/** Only what can be asked of such a value. */
function opsFor(type: ValueType | null): CompareOp[] {
  if (type === 'boolean') return ['equals', 'known'];
  if (type === 'number' || type === 'date') return ['equals', 'less', 'at_most', 'more', 'at_least', 'one_of', 'known'];
  if (type === 'string') return ['equals', 'contains', 'one_of', 'less', 'more', 'known'];
  return ['equals', 'less', 'at_most', 'more', 'at_least', 'contains', 'one_of', 'known'];
}

interface RowProps {
  question: Condition;
  onChange: (condition: Condition, about?: string) => void;
  onRemove?: () => void;
  problems: Problem[];
  groups: KnownGroup[];
}

const TAG = 'tag:';

function QuestionRow({ question, onChange, onRemove, problems, groups }: RowProps) {
  const texts = useTexts(FORM_TEXTS);
  const { canEdit, catalogue, described } = useEditor();
  const isNegated = question.op === 'not';
  const base = question.op === 'not' ? question.of : question;
  const wrap = (next: Condition, negated = isNegated): Condition => (negated ? { op: 'not', of: next } : next);
  const chosen = base.op === 'tagged' ? `${TAG}${base.tag}` : refOf(base);
  const choose = (next: string) => {
    if (next.startsWith(TAG)) return onChange(wrap({ op: 'tagged', tag: next.slice(TAG.length) }));
    const type = typeOfKnown(groups, next);
    return onChange(wrap(withOp(next, type === 'boolean' ? 'equals' : keptOp(base, type), base, type)));
  };
  const tags: [string, string][] = catalogue.tags.map((tag) => [`${TAG}${tag}`, described.texts.tagged(tag)]);
  return (
    <div className="question-row">
      <ReferenceSelect
        label={texts.pickField}
        value={chosen}
        groups={groups}
        onChange={choose}
        disabled={!canEdit}
        first={chosen === 'attributes.' ? [['attributes.', texts.pick], ...tags] : tags}
      />
      {base.op === 'tagged' ? (
        <Select
          label={texts.comparison}
          value={String(isNegated)}
          disabled={!canEdit}
          onChange={(event) => onChange(wrap(base, event.target.value === 'true'))}
          options={[
            ['false', texts.isSet],
            ['true', texts.isNotSet],
          ]}
        />
      ) : (
        <Comparison base={base} isNegated={isNegated} onChange={onChange} groups={groups} />
      )}
      {onRemove && canEdit && (
        <button
          type="button"
          className="quiet remove"
          aria-label={texts.removeCondition}
          title={texts.removeCondition}
          onClick={onRemove}
        >
          ✕
        </button>
      )}
      {problems.map(({ path, message }) => (
        <p key={path + message} className="problem wide">
          {message}
        </p>
      ))}
    </div>
  );
}

const refOf = (condition: Condition) => ('ref' in condition ? condition.ref : 'attributes.');

interface ComparisonProps {
  base: Condition;
  isNegated: boolean;
  onChange: (condition: Condition, about?: string) => void;
  groups: KnownGroup[];
}

function Comparison({ base, isNegated, onChange, groups }: ComparisonProps) {
  const texts = useTexts(FORM_TEXTS);
  const { canEdit, described } = useEditor();
  const ref = refOf(base);
  const type = typeOfKnown(groups, ref);
  const wrap = (next: Condition, negated = isNegated): Condition => (negated ? { op: 'not', of: next } : next);
  const ops = [...new Set([...opsFor(type), base.op as CompareOp])];
  const { texts: words } = described;
  const options = ops.flatMap((op): [string, string][] => [
    [op, words.ops[op]],
    [`not:${op}`, words.notOps[op]],
  ]);
  const setOp = (value: string) => {
    const negated = value.startsWith('not:');
    const op = value.replace('not:', '') as CompareOp;
    onChange(wrap(withOp(ref, op, base, type), negated));
  };
  return (
    <>
      <Select
        label={texts.comparison}
        value={`${isNegated ? 'not:' : ''}${base.op}`}
        disabled={!canEdit}
        onChange={(event) => setOp(event.target.value)}
        options={options}
      />
      {base.op === 'one_of' && (
        <Field
          label={texts.values}
          value={base.values.join(', ')}
          disabled={!canEdit}
          onChange={(event) => onChange(wrap({ ...base, values: readValues(event.target.value, type) }), 'values')}
        />
      )}
      {'value' in base && (
        <ValueField
          label={texts.valueFrom}
          type={type}
          value={base.value}
          groups={groups}
          disabled={!canEdit}
          onChange={(value) => onChange(wrap({ ...base, value: value ?? null }), 'value')}
        />
      )}
    </>
  );
}

/** The same question put otherwise, keeping its value where that still fits. */
function withOp(ref: string, op: CompareOp, before: Condition, type: ValueType | null): Condition {
  if (op === 'known') return { op, ref };
  const kept = 'value' in before ? before.value : null;
  const isKept = kept !== null && (type === null || typeof kept === 'object' || fits(kept, type));
  if (op === 'one_of') {
    if (before.op === 'one_of') return { op, ref, values: before.values };
    return { op, ref, values: [isKept && typeof kept !== 'object' ? kept : emptyValue(type)] };
  }
  return { op, ref, value: isKept ? kept : emptyValue(type) };
}

const keptOp = (before: Condition, type: ValueType | null): CompareOp => {
  const op = before.op as CompareOp;
  return opsFor(type).includes(op) && op !== 'known' ? op : 'equals';
};

const fits = (value: Literal, type: ValueType) => typeof value === (type === 'date' ? 'string' : type);

/** `gold, basic` → its values; as long as somebody types, a last empty one stays. */
const readValues = (text: string, type: ValueType | null): Literal[] =>
  text.split(',').map((part) => {
    const value = part.trim();
    return type === 'number' && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  });
