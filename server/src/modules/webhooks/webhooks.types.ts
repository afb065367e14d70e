/** Where deliveries of one webhook are worked. */
export interface WebhookReference {
  workspaceId: string;
  webhookId: string;
}

export type HttpMethod = 'POST' | 'PUT' | 'PATCH';
export type DisabledReason = 'gone' | 'failing';

/** How the endpoint has done lately. */
export interface Health {
  consecutiveFailures: number;
  /** The first failure since the last success. */
  failingSince: Date | null;
  /** Its circuit: nothing is sent before. */
  pausedUntil: Date | null;
}

export interface WebhookRow extends Health {
  webhookId: string;
  endpoint: string;
  method: HttpMethod;
  events: string[];
  description: string | null;
  active: boolean;
  sealedSecret: string | null;
  sealedSigningSecret: string;
  sealedPreviousSigningSecret: string | null;
  previousSigningSecretUntil: Date | null;
  disabledAt: Date | null;
  disabledReason: DisabledReason | null;
  createdAt: Date;
  updatedAt: Date;
}

/** One request to the endpoint and what came of it, as it is stored and shown. */
export interface Attempt {
  /** ISO 8601. */
  at: string;
  durationMs: number;
  /** Null when no answer came. */
  status: number | null;
  error: { type: string; message: string } | null;
  /** The beginning of the answer's body, redacted. */
  response: string | null;
}

export type DeliveryStatus = 'pending' | 'delivered' | 'failed';

export interface DeliveryRow {
  eventId: string;
  eventType: string;
  userId: string | null;
  status: DeliveryStatus;
  nextAttemptAt: Date;
  attempts: Attempt[];
  createdAt: Date;
}

/** A delivery whose time has come. */
export interface DueDelivery {
  eventId: string;
  eventType: string;
  userId: string | null;
  /** Attempts so far, since it was made or sent again. */
  attemptCount: number;
}

/** What an attempt makes of a delivery. */
export interface Settlement {
  eventId: string;
  status: DeliveryStatus;
  attemptCount: number;
  /** Null unless pending. */
  nextAttemptAt: Date | null;
  attempt: Attempt;
}
