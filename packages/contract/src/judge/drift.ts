import type { EndpointSummary, RunSummary } from '../report/run-summary.ts';
import { isSameName } from './field-names.ts';
import { sayAbout } from './judgement.ts';
import type { Judgement } from './verdict.types.ts';

/** Group 12: today's run against a saved one. */
export function judgeDrift(now: RunSummary, before: RunSummary | null): Judgement[] {
  if (before === null) return [sayAbout(null).open('no_lost_fields', 'No saved run to compare with: --compare.')];
  const earlier = new Map(before.endpoints.map((endpoint) => [endpoint.name, endpoint]));
  return [
    ...now.endpoints.flatMap((endpoint) => {
      const old = earlier.get(endpoint.name);
      return old ? compare(endpoint, old, before.startedAt.slice(0, 10)) : [];
    }),
    newFindings(now, before),
  ];
}

function compare(now: EndpointSummary, old: EndpointSummary, day: string): Judgement[] {
  const say = sayAbout(now.name);
  const [fields, oldFields] = [Object.keys(now.fields), Object.keys(old.fields)];
  if (fields.length === 0) return [say.open('no_lost_fields', 'No answer to compare.')];
  const added = fields.filter((field) => !(field in old.fields));
  const lost = oldFields
    .filter((field) => !(field in now.fields))
    .map((field) => {
      const renamed = added.find((other) => isSameName(field, other));
      return renamed ? `${field} is called ${renamed} now` : `${field} has vanished`;
    });
  const changed = oldFields.flatMap((field) => {
    const [was, is] = [(old.fields[field] ?? []).filter(isType), (now.fields[field] ?? []).filter(isType)];
    const fresh = is.filter((type) => !was.includes(type));
    return was.length > 0 && fresh.length > 0 ? [`${field} was ${was.join(' or ')} and is ${is.join(' or ')}`] : [];
  });
  const news = added.length > 0 ? `; new: ${added.join(', ')}` : '';
  return [
    say.unless('no_lost_fields', lost, `All ${oldFields.length} fields of ${day} are there${news}.`),
    say.unless('no_changed_types', changed, `All types are as on ${day}.`),
    ...slower(now, old, day),
  ];
}

const isType = (type: string) => type !== 'null';
/** Below it twice as slow is noise. */
const NOTICEABLE_MS = 100;

function slower(now: EndpointSummary, old: EndpointSummary, day: string): Judgement[] {
  if (!now.latency || !old.latency) return [];
  const [is, was] = [now.latency.p50, old.latency.p50];
  const evidence = `p50 was ${Math.round(was)} ms on ${day} and is ${Math.round(is)} ms`;
  const isSlower = is > 2 * was && is - was > NOTICEABLE_MS;
  return [sayAbout(now.name).unless('not_slower', isSlower ? [evidence] : [], `${evidence}.`)];
}

function newFindings(now: RunSummary, before: RunSummary): Judgement {
  const keyOf = ({ rule, endpoint }: { rule: string; endpoint: string | null }) => `${rule} (${endpoint ?? 'all'})`;
  const known = new Set(before.findings.map(keyOf));
  const fresh = now.findings.map(keyOf).filter((key) => !known.has(key));
  return sayAbout(null).unless('no_new_findings', fresh, 'Nothing is broken that was kept then.');
}
