/** Holds JSON and YAML that pages show to what the server takes and answers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openApi from '../../../openapi.json' with { type: 'json' };
import { readPlan } from '../../../packages/contract/src/plan/read-plan.ts';
import { publicEvents, routes } from '../../src/app.ts';
import { readXs2aSettings } from '../../src/modules/banking/providers/xs2a/read-settings.ts';
import { notificationBody } from '../../src/modules/webhooks/index.ts';
import type { JsonSchema } from '../../src/platform/docs/openapi.types.ts';
import { createValidator } from '../../src/platform/http/validation.ts';
import type { Sample } from './read-samples.ts';

/** What is wrong with it; a mark that says nothing known is wrong too. */
export async function checkJson({ mark, code }: Sample): Promise<string[]> {
  const value = JSON.parse(code) as unknown;
  if (mark === 'of your own system') return [];
  if (mark === 'banks') return checkBanks(code);
  const [, kind = '', name = '', status = ''] =
    /^(body of|part mapping of|answer of|event)\s*(\S*)\s*(\d*)$/.exec(mark) ?? [];
  const schema = schemaOf(kind, name, status);
  return schema ? errorsOf(schema, value) : [`"${mark}" says nothing that can be checked`];
}

function schemaOf(kind: string, name: string, status: string): object | undefined {
  const route = routes.find(({ operationId }) => operationId === name);
  if (kind === 'body of') return route?.body;
  if (kind === 'part mapping of') return (route?.rawBody?.schema as JsonSchema | undefined)?.properties?.mapping;
  if (kind === 'answer of')
    return Number(status) >= 400 ? openApi.components.schemas.ApiError : route?.outputs[Number(status || 200)]?.schema;
  const event = publicEvents.find(({ type }) => type === name);
  return kind === 'event' && event ? notificationBody(event) : undefined;
}

/** The file of `KONTOR_XS2A_BANKS`: throws, with the place, when the server would not start with it. */
async function checkBanks(code: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-banks-'));
  const file = join(folder, 'banks.json');
  writeFileSync(file, code);
  const { banks } = await readXs2aSettings({ banks: file, tls: null, seal: null, ca: null });
  rmSync(folder, { recursive: true });
  return banks.length > 0 ? [] : ['no bank'];
}

/** An ellipsis stands for an id. */
function errorsOf(schema: object, value: unknown): string[] {
  const complete = JSON.parse(JSON.stringify(value).replaceAll('"…"', '"01978b2e-7c1a-7d3e-9a55-0c8f5b1e2d47"'));
  return createValidator(schema)
    .errors(complete)
    .map(({ path, message }) => `${path}: ${message}`);
}

/** A plan of the contract checker: throws, with the place, when it can not be read. */
export function checkYaml({ mark, code }: Sample): string[] {
  if (mark !== 'contract plan') return [`"${mark}" says nothing that can be checked`];
  return readPlan(code).endpoints.length > 0 ? [] : ['no endpoint'];
}
