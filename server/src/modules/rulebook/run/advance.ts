/** A run of a rule as a state machine: pure, so that it can be stored after every step and goes on where it stood. */
import { holds } from '../flow/conditions.ts';
import { type Facts, valueOf } from '../flow/facts.ts';
import type { CollectStep, ConfirmStep, FlowText, InputDefinition, RuleStep, ToolStep } from '../flow/flow.types.ts';
import { confirmOf } from '../flow/flow-paths.ts';
import { render, wordingFor } from '../flow/templates.ts';
import { type PlacedStep, walkSteps } from '../flow/walk-steps.ts';
import { readInput } from '../slots/read-input.ts';
import { readRoles } from '../slots/read-roles.ts';
import { readYesNo } from '../slots/read-yes-no.ts';
import type {
  ActionResult,
  Advance,
  Effect,
  Fields,
  Outcome,
  RunnableRule,
  RunState,
  Turn,
  World,
} from './run.types.ts';
import { RUN_TEXTS } from './run-texts.ts';
import { isCancellation, isOpenQuestion, isQuestion, prefill, readCorrection } from './understand.ts';

/** Asked once and again twice. */
const MOST_FAILED_ANSWERS = 3;
/** Steps of one turn; what a rule needs more for goes round in circles. */
const MOST_STEPS = 300;
/** Calls of one run: whatever a rule says, a company's system is not called without end. */
const MOST_CALLS = 50;

export const newRun = (): RunState => ({
  waitsFor: 'customer',
  step: null,
  language: 'en',
  failedAnswers: 0,
  inputs: {},
  outputs: {},
  shown: {},
  confirmed: {},
  pending: null,
  unknown: [],
  unsaid: [],
  calls: 0,
  said: [],
});

/** Takes one turn: what the state becomes, and what has to happen. The same turn in the same state gives the same. */
export function advance(rule: RunnableRule, before: RunState, turn: Turn, world: World): Advance {
  const run = new Run(rule, structuredClone(before), world);
  if (turn.kind === 'begin') run.begin(turn.message);
  else if (turn.kind === 'result') run.takeResult(turn.result);
  else run.takeMessage(turn.message, turn.aside);
  const isCalling = run.state.waitsFor === 'action';
  run.state.unsaid = isCalling ? [...before.unsaid, ...run.effects.filter(({ kind }) => kind !== 'call')] : [];
  return { state: run.state, effects: run.effects, path: run.path };
}

/** One turn while it is taken. It never leaves this file. */
class Run {
  readonly effects: Effect[] = [];
  readonly path: string[] = [];
  readonly state: RunState;
  private readonly rule: RunnableRule;
  private readonly world: World;
  private readonly places: ReadonlyMap<string, PlacedStep>;

  constructor(rule: RunnableRule, state: RunState, world: World) {
    this.rule = rule;
    this.state = state;
    this.world = world;
    this.places = new Map(walkSteps(rule.flow.steps).map((place) => [place.step.id, place]));
  }

  begin(message: string) {
    this.state.language = this.world.language;
    this.state.inputs = prefill(this.rule.inputSchema, message, this.world.reading);
    this.enter(this.rule.flow.steps, null);
  }

  takeMessage(message: string, aside: boolean) {
    const step = this.places.get(this.state.step ?? '')?.step;
    if (this.state.waitsFor !== 'customer' || !step) return;
    if (isCancellation(message)) {
      this.say(step.id, this.texts.cancelled);
      return this.end('cancelled', null);
    }
    if (step.kind === 'collect') this.takeAnswer(step, message, aside);
    if (step.kind === 'confirm') this.takeYesNo(step, message, aside);
  }

  takeResult(result: ActionResult) {
    const place = this.places.get(this.state.step ?? '');
    if (this.state.waitsFor !== 'action' || place?.step.kind !== 'tool') return;
    const { step, next } = place;
    this.state.pending = null;
    if (result.kind === 'success' || result.kind === 'failure') {
      this.state.outputs[step.id] = { ...result.fields, success: result.kind === 'success' };
    }
    if (result.kind === 'success') return this.enter(step.success, next);
    if (result.kind === 'unknown') {
      this.state.unknown.push(step.id);
      if (step.unknown) return this.enter(step.unknown, next);
      this.say(step.id, this.texts.unknownOutcome);
      return this.end('escalated', `outcome of ${step.action} unknown`);
    }
    const code = String(this.state.outputs[step.id]?.error_code ?? '');
    const routed =
      result.kind === 'failure' && Object.hasOwn(step.errors ?? {}, code) ? step.errors?.[code] : undefined;
    this.enter(routed ?? step.failure, next);
  }

  private get texts() {
    return RUN_TEXTS[this.state.language];
  }

  private get facts(): Facts {
    return { ...this.world, inputs: this.state.inputs, outputs: this.state.outputs };
  }

  private takeAnswer(step: CollectStep, message: string, aside: boolean) {
    const definition = this.rule.inputSchema[step.input] as InputDefinition;
    // Any text would be an answer to a question for text, also one that asks something itself.
    const asks = definition.type === 'text' ? isQuestion(message) : isOpenQuestion(message);
    if (aside && asks) return this.askAside(step);
    const told = this.tellApart(step, message);
    const reading = told ?? readInput(definition, message, this.world.reading);
    if (reading.kind === 'value') {
      this.state.inputs[step.input] = reading.value;
      this.state.failedAnswers = 0;
      return this.goTo(step.id);
    }
    if (this.correct(message)) return;
    if (aside && reading.kind === 'none') return this.askAside(step);
    const complaint = reading.kind === 'refused' ? this.texts.refusal[reading.refusal] : this.texts.notUnderstood;
    this.askAgain(step, step.question, complaint);
  }

  /** “From 3 May to 10 May” answers what is asked, and the other one as well. */
  private tellApart({ input }: CollectStep, message: string) {
    const told = readRoles(this.rule.inputSchema, message, this.world.reading);
    const value = Object.hasOwn(told, input) ? told[input] : undefined;
    if (value === undefined) return null;
    for (const [name, other] of Object.entries(told)) {
      if (!Object.hasOwn(this.state.inputs, name)) this.state.inputs[name] = other;
    }
    return { kind: 'value', value } as const;
  }

  private takeYesNo(step: ConfirmStep, message: string, aside: boolean) {
    if (this.correct(message)) return;
    const answer = readYesNo(message);
    if (answer === null) {
      if (aside) return this.askAside(step);
      return this.askAgain(step, step.text, this.texts.yesOrNo);
    }
    this.state.failedAnswers = 0;
    if (answer) Object.assign(this.state.confirmed, this.state.shown);
    this.state.shown = {};
    this.enter(answer ? step.yes : step.no, this.places.get(step.id)?.next ?? null);
  }

  /** “No, the other card”: from the beginning with the new value, saying only what is new. Nothing is called twice. */
  private correct(message: string): boolean {
    const { inputSchema, flow } = this.rule;
    const change = readCorrection(inputSchema, this.state.inputs, message, this.world.reading);
    if (!change) return false;
    if (Object.keys(this.state.outputs).length > 0) {
      this.say(this.state.step ?? '', this.texts.alreadyDone);
      this.end('escalated', `${change.name} was corrected after an action had been called`);
      return true;
    }
    this.state.inputs[change.name] = change.value;
    Object.assign(this.state, { confirmed: {}, shown: {}, failedAnswers: 0 });
    this.enter(flow.steps, null);
    return true;
  }

  private askAside(step: CollectStep | ConfirmStep) {
    const question = this.render(step.kind === 'collect' ? step.question : step.text);
    this.effects.push({ kind: 'aside', step: step.id, question: question ?? '' });
  }

  private askAgain(step: CollectStep | ConfirmStep, question: FlowText, complaint: string) {
    this.state.failedAnswers += 1;
    if (this.state.failedAnswers < MOST_FAILED_ANSWERS) {
      this.sayText(step.id, question, complaint);
      return;
    }
    this.state.failedAnswers = 0;
    if (step.kind === 'collect' && step.failure) {
      this.enter(step.failure, this.places.get(step.id)?.next ?? null);
      return;
    }
    this.say(step.id, this.texts.handover);
    this.end('escalated', `no answer to ${step.id}`);
  }

  /** Runs a list of steps, and what follows it, until something has to be waited for. */
  private enter(steps: readonly RuleStep[], next: string | null) {
    this.goTo(steps[0]?.id ?? next);
  }

  private goTo(first: string | null) {
    let id: string | null | undefined = first;
    while (id !== null && id !== undefined) {
      const place = this.places.get(id);
      if (!place || this.path.length >= MOST_STEPS) {
        this.say(id, this.texts.handover);
        return this.end('escalated', place ? `the rule goes round in circles at ${id}` : `there is no step ${id}`);
      }
      this.path.push(id);
      id = this.pass(place);
    }
    if (id === null) this.end('completed', null);
  }

  /** The step that comes next, null at the end of the flow; undefined when the turn is over. */
  private pass(place: PlacedStep): string | null | undefined {
    const { step, next } = place;
    switch (step.kind) {
      case 'reply':
        return this.isNew(step.id) && !this.sayText(step.id, step.text) ? undefined : next;
      case 'article':
        if (this.isNew(step.id)) {
          const articleId = wordingFor(step.articleId, this.state.language);
          this.effects.push({ kind: 'article', step: step.id, articleId });
        }
        return next;
      case 'tag':
        this.effects.push({ kind: 'tag', step: step.id, tag: step.tag });
        return next;
      case 'condition': {
        const taken = step.branches.find(({ when }) => holds(when, this.facts))?.steps ?? step.otherwise;
        return taken[0]?.id ?? next;
      }
      case 'goto':
        return this.jump(step.step);
      case 'collect':
        if (Object.hasOwn(this.state.inputs, step.input)) return next;
        if (this.sayText(step.id, step.question)) this.waitFor('customer', step.id);
        return undefined;
      case 'confirm':
        return this.confirm(step);
      case 'tool':
        return this.call(step, confirmOf(place));
      default:
        if (!step.text) this.say(step.id, this.texts.handover);
        else if (!this.sayText(step.id, step.text)) return undefined;
        this.end('escalated', step.reason ?? null);
        return undefined;
    }
  }

  /** Going back to a question asks it anew, and what was said behind it may be said again. */
  private jump(id: string): string {
    const target = this.places.get(id)?.step;
    if (target?.kind === 'collect') delete this.state.inputs[target.input];
    this.state.said = [];
    return id;
  }

  private confirm(step: ConfirmStep): undefined {
    const tools = [...this.places.values()].flatMap((place) =>
      place.step.kind === 'tool' && confirmOf(place) === step ? [place.step] : [],
    );
    this.state.shown = Object.fromEntries(tools.map((tool) => [tool.id, this.covered(tool, step)]));
    if (this.sayText(step.id, step.text)) this.waitFor('customer', step.id);
    return undefined;
  }

  /** What a yes covers: everything the action is given, but for what earlier calls behind the same yes answer. */
  private covered(tool: ToolStep, confirm: ConfirmStep): string {
    const behind = new Set(walkSteps(confirm.yes).map(({ step }) => step.id));
    const values = Object.entries(tool.inputs).map(([name, value]) => {
      const from = typeof value === 'object' && value !== null ? /^outputs\.([^.]+)\./.exec(value.ref)?.[1] : undefined;
      return [name, from !== undefined && behind.has(from) ? value : valueOf(this.facts, value)];
    });
    return JSON.stringify(values);
  }

  private call(step: ToolStep, confirm: ConfirmStep | undefined): string | undefined {
    if (confirm && this.state.confirmed[step.id] !== this.covered(step, confirm)) {
      this.say(confirm.id, this.texts.changed);
      return confirm.id;
    }
    if (this.state.calls >= MOST_CALLS) {
      this.say(step.id, this.texts.handover);
      this.end('escalated', `the rule has called ${MOST_CALLS} times, the last time at ${step.id}`);
      return undefined;
    }
    const inputs: Fields = Object.fromEntries(
      Object.entries(step.inputs).map(([name, value]) => [name, valueOf(this.facts, value)]),
    );
    // One yes, one call.
    delete this.state.confirmed[step.id];
    this.waitFor('action', step.id);
    const pending = { action: step.action, inputs, isConfirmed: confirm !== undefined };
    Object.assign(this.state, { pending, calls: this.state.calls + 1 });
    this.effects.push({ kind: 'call', step: step.id, ...pending });
    return undefined;
  }

  private isNew(step: string): boolean {
    if (this.state.said.includes(step)) return false;
    this.state.said.push(step);
    return true;
  }

  private waitFor(waitsFor: 'customer' | 'action', step: string) {
    Object.assign(this.state, { waitsFor, step, failedAnswers: 0 });
  }

  private say(step: string, text: string) {
    this.effects.push({ kind: 'say', step, text });
  }

  private render(text: FlowText): string | null {
    const facts = { ...this.facts, attributes: this.world.sayable, inputs: this.written };
    const { language } = this.state;
    const { locales, timeZone } = this.world;
    return render(text, facts, { language, locale: locales[language], timeZone });
  }

  /** What was collected, with choices as the customer's language calls them. */
  private get written(): Fields {
    const labels = Object.entries(this.state.inputs).flatMap(([name, value]) => {
      const label = this.rule.inputSchema[name]?.choices?.find((choice) => choice.value === value)?.label;
      return label === undefined ? [] : [[name, wordingFor(label, this.state.language)]];
    });
    return { ...this.state.inputs, ...Object.fromEntries(labels) };
  }

  /** False when something in it is missing, after which a person takes over. */
  private sayText(step: string, text: FlowText, before?: string): boolean {
    const rendered = this.render(text);
    if (rendered !== null) {
      this.say(step, before === undefined ? rendered : `${before} ${rendered}`);
      return true;
    }
    this.say(step, this.texts.handover);
    this.end('escalated', `the text of ${step} has nothing to be filled in with`);
    return false;
  }

  private end(outcome: Outcome, reason: string | null) {
    Object.assign(this.state, { waitsFor: 'ended', step: null, shown: {}, confirmed: {} });
    this.effects.push({ kind: 'end', outcome, reason });
  }
}
