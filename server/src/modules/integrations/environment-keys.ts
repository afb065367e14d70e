import type { SecretBox } from '#platform/crypto/secret-box.ts';
import type { EnvironmentName } from './integrations.types.ts';

const placeOf = (integrationId: string, environment: EnvironmentName) =>
  `integration_environments.key:${integrationId}:${environment}`;

/** The key that a company has issued, for the table. */
export const sealKey = (box: SecretBox, integrationId: string, environment: EnvironmentName, key: string) =>
  box.seal(key, placeOf(integrationId, environment));

/** The key itself: only for the header of a request, and never kept. */
export const openKey = (box: SecretBox, integrationId: string, environment: EnvironmentName, sealed: string) =>
  box.open(sealed, placeOf(integrationId, environment));
