/**
 * Long because one server and one company serve all of it. Customers are led through rules: to what they want, around what
 * goes wrong, and never past their own yes.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { continueRun, openRun } from '#modules/rulebook/index.ts';
import {
  type CompanyAnswer,
  type FakeCompany,
  startFakeCompany,
} from '../src/modules/integrations/testing/fake-company.ts';
import { adminQuery } from './harness/databases.ts';
import { CANCEL, createIntegrationScene, LOOKUP } from './harness/integration-scene.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';
import { untilWorked } from './harness/until-worked.ts';

let kontor: TestKontor;
let company: FakeCompany;
let offsetMs = 0;
beforeAll(async () => {
  company = await startFakeCompany();
  kontor = await startTestKontor({ now: () => new Date(Date.now() + offsetMs) });
});
afterAll(async () => {
  await kontor.stop();
  await company.close();
});
beforeEach(() => {
  company.requests.length = 0;
  offsetMs = 0;
});

const DONE = { success: true, message: 'Cancelled.', confirmation_id: 'conf_4F2A', refund_amount_cents: 4_900 };
const answerWrites = (answer: CompanyAnswer) =>
  company.answer(({ method }) =>
    method === 'GET' ? { body: { customer_id: 'cus_1', plan: 'Pro', is_vip: false } } : answer,
  );
const writes = () => company.requests.filter(({ method }) => method !== 'GET');

const RULE = {
  name: 'Cancel the subscription',
  description: 'The customer wants to end their subscription.',
  examples: [
    'I want to cancel my subscription',
    'Please end my plan',
    'Ich möchte mein Abo kündigen',
    'Kündigen Sie bitte meinen Vertrag',
  ],
  inputSchema: {
    reason: {
      type: 'choice',
      description: 'Why',
      choices: [
        { value: 'too expensive', names: ['price', 'too dear', 'zu teuer', 'Preis'] },
        { value: 'not used', names: ['do not use it', 'unused', 'nutze ich nicht'] },
      ],
    },
  },
  flowConfig: {
    steps: [
      {
        id: 'why',
        kind: 'collect',
        input: 'reason',
        question: { en: 'Is it the price, or is it unused?', de: 'Liegt es am Preis, oder ist es unused?' },
      },
      {
        id: 'sure',
        kind: 'confirm',
        text: { en: 'Cancel now ({{inputs.reason}})?', de: 'Jetzt kündigen ({{inputs.reason}})?' },
        yes: [
          {
            id: 'cancel',
            kind: 'tool',
            action: 'Cancel the subscription',
            inputs: { reason: { ref: 'inputs.reason' } },
            success: [
              {
                id: 'done',
                kind: 'reply',
                text: {
                  en: 'Cancelled ({{outputs.cancel.confirmation_id ?? "without a number"}}), you get {{outputs.cancel.refund ?? "nothing" | amount EUR}} back.',
                  de: 'Gekündigt ({{outputs.cancel.confirmation_id ?? "ohne Nummer"}}), Sie erhalten {{outputs.cancel.refund ?? "nichts" | amount EUR}} zurück.',
                },
              },
            ],
            errors: {
              ALREADY_CANCELLED: [{ id: 'already', kind: 'reply', text: 'It was cancelled before.' }],
            },
            failure: [{ id: 'sorry', kind: 'escalate', text: 'A colleague will cancel it.', reason: 'cancel failed' }],
          },
        ],
        no: [{ id: 'stays', kind: 'reply', text: { en: 'It stays.', de: 'Es bleibt.' } }],
      },
    ],
  },
};

/** A bot with the rule and an article about prices; `talk` says one thing after the other as a customer known by e-mail. */
async function scene() {
  const made = await createIntegrationScene(kontor, company);
  const { v2, botId } = made;
  await made.cancelAction(await made.endpoint(LOOKUP), await made.endpoint(CANCEL));
  const folder = await v2.post('/hc-folders/public', { title: 'All', description: '', parentFolderId: '' });
  await v2.post('/hc-bot-folder-junctions/public', { junctions: [{ folderId: folder.body.id, botId, action: 'ADD' }] });
  for (const [title, mainKnowledge, questions] of [
    ['Prices', 'The Pro plan costs 9 EUR.', ['What does the Pro plan cost?', 'How much is the plan?']],
    ['Opening hours', 'From 9 to 17 o’clock.', ['When are you open?', 'What are your opening hours?']],
    ['Change the address', 'Send us the new address.', ['I moved house', 'How do I change my address?']],
  ] as const) {
    const article = { title, mainKnowledge, questions, agentInstruction: '', keywords: [title], escalation: false };
    await v2.post('/hc-articles/public', { ...article, parentFolderId: folder.body.id });
  }
  const rule = await v2.post('/hc-rules/public', { ...RULE, botIds: [botId] });
  expect(rule.status, rule.text).toBe(201);
  await untilWorked(kontor, made, ['train-bots']);
  let interactionId: string | undefined;
  const say = async (content: string) => {
    const begin = { botId, metadata: { user_attributes: { email: 'anna@example.com' } } };
    const answer = await v2.post('/hc-interactions/events/public', {
      content,
      ...(interactionId ? { interactionId } : begin),
    });
    expect(answer.status, answer.text).toBe(201);
    const [, reply] = answer.body;
    interactionId = reply.interactionId;
    return reply;
  };
  const talk = async (...messages: string[]) => {
    const replies = [];
    for (const message of messages) replies.push((await say(message)).message);
    return replies;
  };
  return { ...made, ruleId: rule.body.id, say, talk };
}

describe('cancelling a subscription', () => {
  test('in English: asked, confirmed, done once, with what came back in the reply', async () => {
    answerWrites({ body: DONE });
    const { talk } = await scene();
    expect(await talk('I want to cancel my subscription', 'the price', 'yes please')).toEqual([
      'Is it the price, or is it unused?',
      'Cancel now (too expensive)?',
      'Cancelled (conf_4F2A), you get €49.00 back.',
    ]);
    expect(writes()).toMatchObject([{ body: { reason: 'too expensive' } }]);
  });

  test('in German', async () => {
    answerWrites({ body: DONE });
    const { talk } = await scene();
    const replies = await talk('Ich möchte mein Abo kündigen, es ist mir zu teuer', 'ja bitte');
    expect(replies.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Jetzt kündigen (too expensive)?',
      'Gekündigt (conf_4F2A), Sie erhalten 49,00 € zurück.',
    ]);
  });

  test('a question in between is answered, and the rule goes on where it was', async () => {
    answerWrites({ body: DONE });
    const { talk } = await scene();
    const replies = await talk(
      'I want to cancel my subscription',
      'wait, what does the Pro plan cost?',
      'wait, what does that cost?',
      'unused',
      'yes',
    );
    expect(replies).toEqual([
      'Is it the price, or is it unused?',
      'The Pro plan costs 9 EUR.\n\nIs it the price, or is it unused?',
      'The Pro plan costs 9 EUR.\n\nIs it the price, or is it unused?',
      'Cancel now (not used)?',
      'Cancelled (conf_4F2A), you get €49.00 back.',
    ]);
  });

  test('is corrected, refused, called off: nothing is done without a yes', async () => {
    answerWrites({ body: DONE });
    const { talk, say } = await scene();
    await talk('I want to cancel my subscription, too dear');
    expect(await talk('no, the other one')).toEqual(['Cancel now (not used)?']);
    expect(await talk('no')).toEqual(['It stays.']);
    await talk('I want to cancel my subscription');
    expect(await say('never mind')).toMatchObject({ type: 'message' });
    expect(writes()).toEqual([]);
  });

  test('is refused by the company, out of reach, or of unknown outcome: each is said as it is', async () => {
    const { talk, say } = await scene();
    const begin = ['I want to cancel my subscription, too dear'] as const;
    answerWrites({ body: { success: false, message: 'Already done.', error_code: 'ALREADY_CANCELLED' } });
    expect(await talk(...begin, 'yes')).toMatchObject(['Cancel now (too expensive)?', 'It was cancelled before.']);
    answerWrites({ status: 400, body: { error: 'bad', message: 'Stack trace at line 1' } });
    await talk(...begin);
    expect(await say('yes')).toMatchObject({ type: 'escalation', message: 'A colleague will cancel it.' });
    answerWrites({ drops: true });
    await talk(...begin);
    const unknown = await say('yes');
    expect(unknown).toMatchObject({
      type: 'escalation',
      tags: expect.arrayContaining([expect.objectContaining({ tagName: 'Escalated to Human Agent' })]),
    });
    expect(unknown.message).toContain('Please do not try again');
  });

  /** As a process leaves it that dies before it hears of the action. */
  const forget = (workspaceId: string) =>
    adminQuery(
      kontor.adminUrl,
      `update rule_runs set ended_at = null, outcome = null, reason = null, state = state
         || '{"said": [], "unsaid": [{"kind": "say", "step": "sure", "text": "One moment."}], "waitsFor": "action", "step": "cancel", "pending": {"action": "Cancel the subscription", "inputs": {"reason": "too expensive"}}}'
       where workspace_id = $1`,
      [workspaceId],
    );

  test('survives a process that died while the company was asked: the same call is asked about, and not made again', async () => {
    answerWrites({ body: DONE });
    const { talk, workspaceId } = await scene();
    await talk('I want to cancel my subscription, too dear', 'yes');
    expect((await forget(workspaceId)).rowCount).toBe(1);
    // What was said before the call is part of the turn that nobody has heard.
    expect(await talk('hello?')).toEqual(['One moment.\n\nCancelled (conf_4F2A), you get €49.00 back.']);
    expect(writes()).toHaveLength(1);
  });

  test('is of unknown outcome when its action has gone while nobody was there to hear of it', async () => {
    answerWrites({ body: DONE });
    const { talk, say, v2, workspaceId } = await scene();
    await talk('I want to cancel my subscription, too dear', 'yes');
    await forget(workspaceId);
    const { actions } = (await v2.get('/actions')).body;
    expect((await v2.delete(`/actions/${actions[0].id}`)).status).toBe(200);
    const reply = await say('hello?');
    expect(reply).toMatchObject({ type: 'escalation', message: expect.stringContaining('Please do not try again') });
  });

  test('needs a yes where its endpoint demands one, whatever a rule says now or said before', async () => {
    answerWrites({ body: DONE });
    const { talk, say, v2, put, ruleId, integrationId } = await scene();
    const waived = structuredClone(RULE.flowConfig) as { steps: object[] };
    const call = RULE.flowConfig.steps[1]?.yes?.[0];
    waived.steps[1] = { ...call, withoutConfirmation: true };
    const patch = (flowConfig: object) =>
      v2.send('PATCH', `/hc-rules/${ruleId}/public`, {
        body: JSON.stringify({ flowConfig }),
        headers: { 'content-type': 'application/json' },
      });
    expect((await patch(waived)).status).toBe(200);
    const at = `/integrations/${integrationId}/endpoints`;
    const endpoint = (await v2.get(at)).body.endpoints.find(({ name }: { name: string }) => name === CANCEL.name);
    const demanding = await put(`${at}/${endpoint.id}`, { ...CANCEL, requiresConfirmation: true });
    expect(demanding.body, demanding.text).toMatchObject({ requiresConfirmation: true });
    expect((await v2.get('/actions')).body.actions).toMatchObject([{ requiresConfirmation: true }]);
    // The rule went live before: its call is not made.
    const reply = await say('I want to cancel my subscription, too dear');
    expect(reply).toMatchObject({ type: 'escalation', message: 'A colleague will cancel it.' });
    expect(writes()).toEqual([]);
    const { body } = await patch(waived);
    expect(body).toMatchObject({ statusCode: 400, code: 'rule_invalid' });
    expect(body.errors).toEqual([
      {
        path: '/flowConfig/steps/1/withoutConfirmation',
        message: expect.stringMatching(
          /calls Cancel the subscription without a confirmation, and an endpoint .* demands one/,
        ),
      },
    ]);
    expect((await patch(RULE.flowConfig)).status).toBe(200);
    expect((await talk('I want to cancel my subscription, too dear', 'yes'))[1]).toContain('conf_4F2A');
    expect(writes()).toHaveLength(1);
  });

  test('is left for a person as soon as the customer wants one', async () => {
    answerWrites({ body: DONE });
    const { talk, say } = await scene();
    await talk('I want to cancel my subscription');
    expect(await say('Can I talk to a human?')).toMatchObject({ type: 'escalation' });
    expect(await talk('yes')).not.toEqual([expect.stringContaining('Cancel')]);
  });

  test('carries for the person what was wanted, said and done; a person’s answer takes the place of the rule', async () => {
    answerWrites({ drops: true });
    const { talk, say, v2, workspaceId } = await scene();
    await talk('What does the Pro plan cost?', 'I want to cancel my subscription, too dear');
    const { id, interactionId } = await say('yes');
    const handover = await v2.get(`/conversations/${interactionId}/handover`);
    expect(handover.body).toMatchObject({
      eventId: id,
      status: 'Escalated to Human Agent',
      trace: { decision: 'rule' },
    });
    expect(handover.body.summary.split('\n')).toEqual([
      'The customer wrote: “What does the Pro plan cost?” “I want to cancel my subscription, too dear” “yes”',
      'Answered from: Prices',
      'Led through: Cancel the subscription',
      'Told: Why: too expensive',
      'Cancel the subscription: OUTCOME UNKNOWN, look before anybody does it again',
      'Handed over because: outcome of Cancel the subscription unknown',
    ]);
    const { rows } = await adminQuery(
      kontor.adminUrl,
      `select data ->> 'conversationId' as id from events where workspace_id = $1 and type = 'conversation.escalated'`,
      [workspaceId],
    );
    expect(rows).toEqual([{ id: interactionId }]);

    await talk('I want to cancel my subscription, too dear');
    const person = { interactionId, role: 'agent', content: 'Hello, this is Kim. Shall I look after it?' };
    const [reply, ...more] = (await v2.post('/hc-interactions/events/public', person)).body;
    expect([reply.role, more]).toEqual(['agent', []]);
    const before = writes().length;
    // The yes is Kim's, and not the rule's.
    expect(await talk('yes')).not.toEqual([expect.stringContaining('Cancel')]);
    expect(writes()).toHaveLength(before);
  });

  test('does not go on where another process has gone on meanwhile', async () => {
    answerWrites({ body: DONE });
    const { talk, workspaceId, run: inWorkspace } = await scene();
    await talk('I want to cancel my subscription');
    const { rows } = await adminQuery(
      kontor.adminUrl,
      'select conversation_id as id from rule_runs where workspace_id = $1',
      [workspaceId],
    );
    const world = {
      attributes: {},
      sayable: {},
      tags: new Set<string>(),
      language: 'en' as const,
      locales: { en: 'en-GB', de: 'de-DE' },
      timeZone: 'Europe/Berlin',
      reading: { today: '2026-11-22', dayFirst: true, country: 'DE' },
    };
    await inWorkspace(async (ctx) => {
      const seen = await openRun(ctx, rows[0].id);
      if (!seen) throw new Error('The run is not open');
      const turn = { kind: 'message', message: 'too dear', aside: false } as const;
      await continueRun(ctx, seen, turn, world);
      await expect(continueRun(ctx, seen, turn, world)).rejects.toMatchObject({
        message: expect.stringContaining('meanwhile'),
      });
    });
  });

  test('is forgotten after a day', async () => {
    answerWrites({ body: DONE });
    const { talk } = await scene();
    await talk('I want to cancel my subscription, too dear');
    offsetMs = 25 * 3_600_000;
    expect(await talk('yes')).not.toEqual([expect.stringContaining('Cancelled')]);
    expect(writes()).toEqual([]);
  });

  test('leaves its way in the trace, and what it was begun with stays the rule of the run', async () => {
    answerWrites({ body: DONE });
    const { v2, say, talk, ruleId } = await scene();
    await talk('I want to cancel my subscription, too dear');
    await v2.patch(`/hc-rules/${ruleId}/public`, {
      flowConfig: { steps: [{ id: 'new', kind: 'reply', text: 'New.' }] },
    });
    const reply = await say('yes');
    expect(reply.message).toContain('conf_4F2A');
    const { trace } = (await v2.get(`/conversations/events/${reply.id}/trace`)).body;
    expect(trace.rule).toMatchObject({ ruleId, version: 1, path: ['cancel', 'done'], outcome: 'completed' });
  });
});

test('a day is that of the customer’s place, and two dates go where the words put them', async () => {
  const { v2, botId, workspaceId } = await createIntegrationScene(kontor, company);
  const inputSchema = {
    start: { type: 'date', description: 'First day' },
    end: { type: 'date', description: 'Last day' },
    phone: { type: 'phone', description: 'Phone' },
  };
  const collect = (input: string) => ({ id: input, kind: 'collect', input, question: `${input}?` });
  const text = '{{inputs.start | date}} to {{inputs.end | date}}, {{inputs.phone}}';
  const steps = [collect('start'), collect('end'), collect('phone'), { id: 'said', kind: 'reply', text }];
  const examples = ['I am going on holiday', 'Please note my holiday', 'Holiday notice'];
  const rule = { name: 'Holiday', description: 'The customer goes on holiday', examples, inputSchema, botIds: [botId] };
  expect((await v2.post('/hc-rules/public', { ...rule, flowConfig: { steps } })).status).toBe(201);
  await untilWorked(kontor, { workspaceId }, ['train-bots']);
  const talk = async (user_attributes: object, ...messages: string[]) => {
    let place: object = { botId, metadata: { user_attributes } };
    const replies = [];
    for (const content of messages) {
      const { body } = await v2.post('/hc-interactions/events/public', { content, ...place });
      place = { interactionId: body[1].interactionId };
      replies.push(body[1].message);
    }
    return replies;
  };
  // An evening in Berlin, when it is morning of the next day in Auckland.
  const evening = new Date(new Date().setUTCHours(20, 30, 0, 0));
  offsetMs = evening.getTime() - Date.now();
  const inDays = (days: number, locale: string) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      evening.getTime() + days * 86_400_000,
    );
  const begin = 'I am going on holiday';
  expect(await talk({}, begin, 'tomorrow', '3/4/2027', '0171 1234567')).toEqual([
    'start?',
    'end?',
    'phone?',
    `${inDays(1, 'en-GB')} to 3 April 2027, +491711234567`,
  ]);
  const american = { country: 'US', timezone: 'America/Chicago' };
  expect((await talk(american, begin, 'tomorrow', '3/4/2027', '(415) 555-0132')).at(-1)).toBe(
    `${inDays(1, 'en-US')} to March 4, 2027, +14155550132`,
  );
  expect(
    await v2.send('PUT', '/workspace/region', {
      body: JSON.stringify({ country: 'NZ', timeZone: 'Pacific/Auckland' }),
      headers: { 'content-type': 'application/json' },
    }),
  ).toMatchObject({ status: 200 });
  expect((await talk({}, begin, 'tomorrow', '3/4/2027', '021 123 4567')).at(-1)).toBe(
    `${inDays(2, 'en-NZ')} to 3 April 2027, +64211234567`,
  );
  expect(await talk({}, begin, 'from 3 May to 10 May')).toEqual(['start?', 'phone?']);
  expect(await talk({}, 'I am going on holiday from 3 May to 10 May')).toEqual(['phone?']);
});

test('a rule on escalation runs before a person takes over', async () => {
  answerWrites({ body: DONE });
  const { v2, botId, say } = await scene();
  const steps = [
    { id: 'order', kind: 'collect', input: 'order', question: 'Which order is it about?' },
    { id: 'over', kind: 'escalate', text: 'A colleague looks at {{inputs.order}}.' },
  ];
  const inputSchema = { order: { type: 'order_number', description: 'The order' } };
  const body = {
    name: 'Ask for the order',
    description: 'Before handing over',
    type: 'business',
    triggerType: 'on_escalation',
  };
  await v2.post('/hc-rules/public', { ...body, inputSchema, flowConfig: { steps }, botIds: [botId] });
  expect(await say('Can I talk to a human?')).toMatchObject({ type: 'message', message: 'Which order is it about?' });
  expect(await say('AB-1234')).toMatchObject({ type: 'escalation', message: 'A colleague looks at AB-1234.' });
});

test.each(['Do you sell bicycles?', 'Can I pay with bitcoin?', 'What is the weather like tomorrow?'])(
  '“%s” begins no rule, also of a bot that has nothing else',
  async (question) => {
    const { v2, ...made } = await createIntegrationScene(kontor, company);
    const flowConfig = { steps: [{ id: 'hello', kind: 'reply', text: 'Hello.' }] };
    await v2.post('/hc-rules/public', { ...RULE, flowConfig, inputSchema: {}, botIds: [made.botId] });
    await untilWorked(kontor, made, ['train-bots']);
    const ask = async (content: string) =>
      (await v2.post('/hc-interactions/events/public', { botId: made.botId, content })).body[1];
    expect(await ask(question)).toMatchObject({ type: 'escalation' });
    expect(await ask('I want to cancel my subscription')).toMatchObject({ message: 'Hello.' });
  },
);
