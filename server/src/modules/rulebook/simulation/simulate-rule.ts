import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { languageOf } from '#platform/text/language.ts';
import { DEFAULT_REGION, dayIn, isDayFirst, isTimeZone, localeOf, regionOf } from '#platform/text/region-of.ts';
import { mistakesOf } from '../check-rule.ts';
import type { Catalogue } from '../flow/catalogue.ts';
import type { RuleFlow } from '../flow/flow.types.ts';
import { readFlow } from '../flow/read-flow.ts';
import { readCatalogue } from '../read-catalogue.ts';
import type { RuleContent } from '../rule.types.ts';
import { refuseMistakes } from '../rulebook.errors.ts';
import { advance, newRun } from '../run/advance.ts';
import type { Fields, RunState, Turn, World } from '../run/run.types.ts';
import type { CheckRule, SimulatedRule, SimulateRule } from './simulation.schemas.ts';

type Simulation = Static<typeof SimulateRule>;
type SimulatedTurn = Simulation['turns'][number];

/** What stands against publishing what somebody is writing; mistakes of its shape are among them. */
export async function checkRule(ctx: Context, input: Static<typeof CheckRule>) {
  try {
    return { problems: await mistakesOf(ctx, contentOf(input, readFlow(input.flowConfig))) };
  } catch (error) {
    if (error instanceof AppError && error.errors) return { problems: error.errors };
    throw error;
  }
}

/**
 * Leads an imagined customer through the rule: from the beginning to where the last turn brings it. Actions are not called; what
 * they would be given is an effect, and what comes of them is the next turn.
 *
 * @throws AppError 400 when the rule can not be played, or a turn is not what the rule waits for.
 */
export async function simulateRule(ctx: Context, input: Simulation): Promise<Static<typeof SimulatedRule>> {
  const flow = readFlow(input.flowConfig);
  const rule = contentOf(input, flow);
  refuseMistakes(await mistakesOf(ctx, rule));
  if (input.region?.timeZone !== undefined && !isTimeZone(input.region.timeZone)) {
    throw invalidField('/region/timeZone', 'is no IANA time zone such as Europe/Berlin');
  }
  const world = worldOf(input, await readCatalogue(ctx, flow), ctx.now());
  let state: RunState = newRun();
  const turns = input.turns.map((sent, index) => {
    const step = advance({ flow, inputSchema: rule.inputSchema }, state, turnOf(sent, state, index), world);
    state = step.state;
    return { path: step.path, effects: step.effects };
  });
  const { waitsFor, step, inputs, outputs } = state;
  return { turns, waitsFor, step, language: world.language, inputs, outputs };
}

const contentOf = ({ inputSchema = {} }: Static<typeof CheckRule>, flow: RuleFlow): RuleContent => ({
  name: '',
  labels: {},
  description: '',
  examples: [],
  inputSchema,
  flow,
});

function turnOf(sent: SimulatedTurn, { waitsFor }: RunState, index: number): Turn {
  const wanted = sent.kind === 'action' ? 'action' : 'customer';
  if (waitsFor !== wanted) {
    const state = waitsFor === 'ended' ? 'the rule has ended before it' : `the rule waits for the ${waitsFor}`;
    throw invalidField(`/turns/${index}`, `can not come now: ${state}`);
  }
  if (sent.kind === 'customer') {
    const { message, aside = false } = sent;
    return index === 0 ? { kind: 'begin', message } : { kind: 'message', message, aside };
  }
  const { outcome, outputs = {} } = sent;
  if (outcome === 'unknown' || outcome === 'not_called') return { kind: 'result', result: { kind: outcome } };
  return { kind: 'result', result: { kind: outcome, fields: outputs } };
}

function worldOf(sent: Simulation, known: Catalogue, now: Date): World {
  const { attributes = {}, tags = [], turns, language } = sent;
  const [first] = turns;
  const region = regionOf(sent.region ? [sent.region] : [], DEFAULT_REGION);
  const { country, timeZone } = region;
  return {
    attributes: onlyOf(attributes, known.attributes),
    sayable: onlyOf(attributes, known.sayable),
    tags: new Set(tags),
    language: language ?? languageOf(first?.kind === 'customer' ? first.message : ''),
    locales: { en: localeOf('en', region), de: localeOf('de', region) },
    timeZone,
    reading: { today: dayIn(now, timeZone), dayFirst: isDayFirst(region), country },
  };
}

const onlyOf = (values: Fields, known: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(known, name)));
