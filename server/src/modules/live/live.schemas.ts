import { Type } from 'typebox';

export const ChangeStream = Type.String({
  description:
    'Server-sent events. `change`: something of the `topic` was added, changed or deleted; `id` says which conversation it is, or of which user; null where that can not be said. `missed`: read everything again. `end`: the stream is over, its `reason` is `session_ended` or `shutdown`. Comments in between keep the connection alive.',
});
