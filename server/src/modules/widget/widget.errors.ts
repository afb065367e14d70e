import { defineError } from '#platform/http/errors.ts';

export const widgetNotFound = defineError('widget_not_found', 404, 'There is no such widget.');

export const widgetSessionEnded = defineError(
  'widget_session_ended',
  401,
  'This conversation can not be gone on with from here; begin a new one.',
);
