/** Who wrote a message. Only a customer's (`user`) makes the bot answer. */
export type EventRole = 'user' | 'agent' | 'finibot' | 'otherbot';

export interface UsedArticle {
  id: string;
  title: string;
  documentUrl: string | null;
}

export interface UsedFolder {
  id: string;
  title: string;
}

export interface EventTag {
  id: string;
  tagName: string;
  tagGroupId: string;
  tagGroupTitle: string;
}

export interface ConversationEvent {
  eventId: string;
  conversationId: string;
  role: EventRole;
  type: string;
  message: string;
  externalId: string | null;
  externalCreatedAt: Date | null;
  csatRating: number | null;
  feedback: string | null;
  approved: boolean | null;
  resolved: boolean | null;
  attachments: Record<string, unknown>[];
  usedArticles: UsedArticle[];
  usedFolders: UsedFolder[];
  tags: EventTag[];
  /** What the person is called who wrote it. */
  author: string | null;
  /** What the customer may answer with by a click: each is sent as it stands here. */
  choices: string[];
  createdAt: Date;
}

/** A person who writes in a conversation while the bot is silent. */
export interface Holder {
  /** `operator:<id>` or `api-key:<id>`. */
  by: string;
  name: string;
  at: Date;
}

/** A customer by the names that were proven, whether or not they are a user here. */
export interface ConversationCustomer {
  userKey: string | null;
  externalId: string | null;
  email: string | null;
}

export interface Conversation {
  conversationId: string;
  botId: string | null;
  /** The verified customer, when one is known who is a user here. */
  userKey: string | null;
  /** The names that were proven first; null: nobody's. */
  customer: Omit<ConversationCustomer, 'userKey'> | null;
  source: string;
  channel: string;
  status: string | null;
  externalId: string | null;
  url: string | null;
  subjectPreview: string;
  userAttributes: Record<string, unknown>;
  resolved: boolean;
  hasFeedback: boolean;
  /** What a language model has read and written for it. */
  modelTokens: number;
  /** Millionths of the currency that the model's prices are in. */
  modelCostMicros: number;
  /** When the customer or a person said that the problem is solved. */
  confirmedAt: Date | null;
  /** Null: the bot answers. */
  takenOver: Holder | null;
  createdAt: Date;
  latestEventAt: Date;
}
