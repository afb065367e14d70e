import { route } from '#platform/http/route.ts';
import { botNotFound } from './bots.errors.ts';
import {
  Agent,
  AgentList,
  Bot,
  BotList,
  BotParams,
  CreateAgent,
  MergedPrompt,
  PromptHistory,
  PromptVersion,
  SavePrompt,
  UpdateAgent,
} from './bots.schemas.ts';
import { createBot, listAgents, listBots, presentAgent, requireBot, updateBot } from './manage-bots.ts';
import { mergedPrompt, promptHistory, savePrompt } from './manage-prompts.ts';

const tag = 'Bots';

/** Clients of the original leave `/public` out on this one call; both spellings work. */
const savePromptAt = (path: string, operationId: string) =>
  route({
    method: 'POST',
    path,
    operationId,
    effect: 'goes-live',
    summary: 'Save a version of the prompt',
    description:
      'Stores all three arrays as the next version of the bot’s prompt, which applies from the next message on.',
    tag,
    scope: 'write',
    params: BotParams,
    body: SavePrompt,
    outputs: { 201: { description: 'The new version.', schema: PromptVersion } },
    errors: [botNotFound],
    example: {
      body: {
        hcPlanningPrompt: [
          {
            id: 'cards-first',
            title: 'Cards first',
            content: 'A lost card comes before everything else.',
            enabled: true,
          },
        ],
        hcGuidelinePrompt: [{ id: 'tone', title: 'Tone', content: 'Warm, plain words, no jargon.', enabled: true }],
        hcChannelPrompt: [{ id: 'chat', title: 'Chat', content: 'Three sentences at most.', enabled: true }],
      },
    },
    handle: async (ctx, { params, body }) => ({ status: 201, body: await savePrompt(ctx, params.botId, body) }),
  });

export const botRoutes = [
  route({
    method: 'GET',
    path: '/v2/bots/public',
    operationId: 'listBots',
    summary: 'List the bots',
    description: 'The bots of the workspace that answer, newest first.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The bots.', schema: BotList } },
    handle: async (ctx) => ({ status: 200, body: await listBots(ctx) }),
  }),
  route({
    method: 'GET',
    path: '/v2/bots/{bot-id}/hc-prompt/public',
    operationId: 'getPrompt',
    summary: 'The prompt that applies',
    description: 'The template of the workspace under the latest saved version of the bot.',
    tag,
    scope: 'read',
    params: BotParams,
    outputs: { 200: { description: 'The prompt.', schema: MergedPrompt } },
    errors: [botNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await mergedPrompt(ctx, params.botId) }),
  }),
  route({
    method: 'GET',
    path: '/v2/bots/{bot-id}/hc-prompt/history/public',
    operationId: 'listPromptVersions',
    summary: 'Saved versions of the prompt',
    description: 'The newest hundred versions, newest first.',
    tag,
    scope: 'read',
    params: BotParams,
    outputs: { 200: { description: 'The versions.', schema: PromptHistory } },
    errors: [botNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await promptHistory(ctx, params.botId) }),
  }),
  savePromptAt('/v2/bots/{bot-id}/hc-prompt', 'savePrompt'),
  savePromptAt('/v2/bots/{bot-id}/hc-prompt/public', 'savePromptPublic'),
  route({
    method: 'GET',
    path: '/v2/agents',
    operationId: 'listAgents',
    summary: 'List all agents',
    description:
      'Every agent of the workspace, archived ones too, newest first. An agent is what the older calls name a bot.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The agents.', schema: AgentList } },
    handle: async (ctx) => ({ status: 200, body: await listAgents(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/v2/agents',
    operationId: 'createAgent',
    summary: 'Create an agent',
    description: 'It answers from the folders that are assigned to it; a new one has none and knows nothing yet.',
    tag,
    scope: 'write',
    body: CreateAgent,
    outputs: { 201: { description: 'The agent.', schema: Bot } },
    example: { body: { name: 'Help centre' } },
    handle: async (ctx, { body }) => ({ status: 201, body: await createBot(ctx, body.name) }),
  }),
  route({
    method: 'GET',
    path: '/v2/agents/{bot-id}',
    operationId: 'getAgent',
    summary: 'Get an agent',
    description: 'One agent, archived or not.',
    tag,
    scope: 'read',
    params: BotParams,
    outputs: { 200: { description: 'The agent.', schema: Agent } },
    errors: [botNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: presentAgent(await requireBot(ctx, params.botId)) }),
  }),
  route({
    method: 'PATCH',
    path: '/v2/agents/{bot-id}',
    operationId: 'updateAgent',
    summary: 'Rename or archive an agent',
    description: 'An archived agent answers nothing; its conversations, prompts and assignments stay.',
    tag,
    scope: 'write',
    params: BotParams,
    body: UpdateAgent,
    outputs: { 200: { description: 'The agent as it is now.', schema: Agent } },
    errors: [botNotFound],
    example: { body: { name: 'Help centre, cards' } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await updateBot(ctx, params.botId, body) }),
  }),
];
