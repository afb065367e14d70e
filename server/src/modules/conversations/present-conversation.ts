import type { Static } from 'typebox';
import type { Conversation, ConversationEvent, Holder } from './conversation.types.ts';
import type { Conversation as WireConversation, ConversationEvent as WireEvent } from './conversations.schemas.ts';

export const presentEvent = (event: ConversationEvent): Static<typeof WireEvent> => ({
  id: event.eventId,
  interactionId: event.conversationId,
  createdAt: event.createdAt.getTime(),
  role: event.role,
  type: event.type,
  message: event.message,
  author: event.author,
  choices: event.choices,
  externalId: event.externalId,
  externalCreatedAt: event.externalCreatedAt?.getTime() ?? null,
  csatRating: event.csatRating,
  feedback: event.feedback,
  approved: event.approved,
  resolved: event.resolved,
  attachments: event.attachments,
  tags: event.tags,
  usedArticles: event.usedArticles,
});

export const presentConversation = (
  conversation: Conversation,
  events: ConversationEvent[],
): Static<typeof WireConversation> => ({
  id: conversation.conversationId,
  createdAt: conversation.createdAt.getTime(),
  agentId: conversation.botId,
  source: conversation.source,
  channel: conversation.channel,
  status: conversation.status,
  externalId: conversation.externalId,
  url: conversation.url,
  subjectPreview: conversation.subjectPreview,
  hasFeedback: conversation.hasFeedback,
  resolved: conversation.resolved,
  userAttributes: conversation.userAttributes,
  confirmedAt: conversation.confirmedAt?.getTime() ?? null,
  takenOver: presentHolder(conversation.takenOver),
  usedArticles: distinct(events.flatMap((event) => event.usedArticles)),
  usedSubfolders: distinct(events.flatMap((event) => event.usedFolders)),
  events: events.map(presentEvent),
});

export const presentHolder = (holder: Holder | null) => holder && { ...holder, at: holder.at.getTime() };

const distinct = <T extends { id: string }>(things: T[]): T[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];
