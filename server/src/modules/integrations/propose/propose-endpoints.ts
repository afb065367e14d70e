import type { Static } from 'typebox';
import { invalidField } from '#platform/http/errors.ts';
import type { ProposeEndpoints } from '../endpoints.schemas.ts';
import type { Proposals } from './proposal.ts';
import { proposeFromCheck } from './propose-from-check.ts';
import { proposeFromCurl } from './propose-from-curl.ts';
import { OpenApiError, proposeFromOpenApi } from './propose-from-openapi.ts';
import { CurlError } from './read-curl.ts';

/** Endpoints as a command line, a document or a finished check describes them, to be looked at before they are created. */
export async function proposeEndpoints(input: Static<typeof ProposeEndpoints>): Promise<Proposals> {
  const { curl, openapi, contractCheck, sample = null } = input;
  const sources = [curl, openapi, contractCheck].filter((source) => source !== undefined);
  if (sources.length !== 1) throw invalidField('/', 'must have one of curl, openapi and contractCheck');
  try {
    if (contractCheck !== undefined) return proposeFromCheck(contractCheck);
    return curl === undefined ? await proposeFromOpenApi(openapi ?? '') : proposeFromCurl(curl, sample);
  } catch (error) {
    if (error instanceof CurlError) throw invalidField('/curl', error.message);
    if (error instanceof OpenApiError) throw invalidField('/openapi', error.message);
    throw error;
  }
}
