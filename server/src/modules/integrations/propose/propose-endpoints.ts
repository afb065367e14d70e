import type { Static } from 'typebox';
import { invalidField } from '#platform/http/errors.ts';
import type { ProposeEndpoints } from '../endpoints.schemas.ts';
import { type Proposals, proposeFromCurl } from './propose-from-curl.ts';
import { OpenApiError, proposeFromOpenApi } from './propose-from-openapi.ts';
import { CurlError } from './read-curl.ts';

/** Endpoints as a command line or a document describes them, to be looked at before they are created. */
export async function proposeEndpoints(input: Static<typeof ProposeEndpoints>): Promise<Proposals> {
  const { curl, openapi, sample = null } = input;
  if ((curl === undefined) === (openapi === undefined)) throw invalidField('/', 'must have either curl or openapi');
  try {
    return curl === undefined ? await proposeFromOpenApi(openapi ?? '') : proposeFromCurl(curl, sample);
  } catch (error) {
    if (error instanceof CurlError) throw invalidField('/curl', error.message);
    if (error instanceof OpenApiError) throw invalidField('/openapi', error.message);
    throw error;
  }
}
