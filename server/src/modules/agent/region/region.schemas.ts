import { Type } from 'typebox';

export const WorkspaceRegion = Type.Object(
  {
    country: Type.String({
      pattern: '^[A-Z]{2}$',
      description: 'ISO 3166-1 alpha-2: how phone numbers, dates and money are written. `DE` until it is set.',
    }),
    timeZone: Type.String({
      maxLength: 60,
      description: 'IANA, such as `Europe/Berlin`: what day “tomorrow” is. `Europe/Berlin` until it is set.',
    }),
  },
  {
    additionalProperties: false,
    description: 'Where customers are of whom neither your server nor an attribute says it.',
  },
);
