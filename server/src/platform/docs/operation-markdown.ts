import type {
  JsonSchema,
  MediaType,
  Notification,
  OpenApiDocument,
  Operation,
  Parameter,
  Response,
} from './openapi.types.ts';
import { nameOfReference, resolve } from './openapi-walk.ts';
import { listFields, typeText } from './schema-markdown.ts';

/** `Scope: users.` */
export function scopeText(operation: Operation): string {
  const scopes = operation['x-scope'];
  if (scopes.length === 0) return 'Scope: none.';
  return `Scope: ${scopes.length > 1 ? 'any one of ' : ''}${scopes.join(', ')}.`;
}

/** One operation with its scope, parameters, body, answers and errors. */
export function writeOperation(
  document: OpenApiDocument,
  { method, path, operation }: { method: string; path: string; operation: Operation },
): string {
  const answers = Object.entries(operation.responses).map(([status, response]) => ({
    status,
    response: resolve<Response>(document, response),
  }));
  const isError = ({ status }: { status: string }) => Number(status) >= 400;
  return [
    `### ${method} ${path}`,
    `\`${operation.operationId}\`: ${operation.summary}`,
    operation.description,
    ...writeParameters(document, operation),
    ...writeBody(operation),
    ...answers.filter((answer) => !isError(answer)).map(writeAnswer),
    ['Errors:', ...answers.filter(isError).flatMap(writeErrors)].join('\n'),
  ].join('\n\n');
}

/** One event: when it happens and what the body says. */
export function writeNotification(type: string, { description, requestBody }: Notification): string {
  const schema = requestBody.content['application/json']?.schema ?? {};
  return [`### ${type}`, description, listFields(schema).join('\n')].join('\n\n');
}

function writeParameters(document: OpenApiDocument, operation: Operation): string[] {
  const parameters = (operation.parameters ?? []).map((parameter) => resolve<Parameter>(document, parameter));
  if (parameters.length === 0) return [];
  const lines = parameters.flatMap(({ name, in: place, required, description, schema }) =>
    listFields({ properties: { [name]: { ...schema, description } }, required: required ? [name] : [] }).map((line) =>
      line.replace(/ \(/, ` (${place}, `),
    ),
  );
  return [['Parameters:', ...lines].join('\n')];
}

function writeBody({ requestBody }: Operation): string[] {
  if (!requestBody) return [];
  return Object.entries(requestBody.content).map(([mediaType, media]) =>
    [
      `Body (${mediaType}${requestBody.required ? '' : ', optional'}): ${requestBody.description}${shapeOf(media.schema)}`,
      ...listFields(media.schema ?? {}),
      ...writeExample(media),
    ].join('\n'),
  );
}

function writeAnswer({ status, response }: { status: string; response: Response }): string {
  const own = Object.entries(response.headers ?? {}).flatMap(([name, header]) =>
    '$ref' in header ? [] : [`- header \`${name}\`: ${header.description}`],
  );
  const contents = Object.entries(response.content ?? {}).flatMap(([mediaType, media]) => [
    ...(mediaType === 'application/json' ? [] : [`- body of type ${mediaType}`]),
    ...listFields(media.schema ?? {}),
    ...writeExample(media),
  ]);
  const shape = shapeOf(response.content?.['application/json']?.schema);
  return [`Answer ${status}: ${response.description}${shape}`, ...own, ...contents].join('\n');
}

function shapeOf(schema: JsonSchema | undefined): string {
  if (!schema || schema.properties) return '';
  const name = nameOfReference(schema) ?? (schema.items || schema.anyOf ? typeText(schema) : undefined);
  return name ? ` Shape: ${name}.` : '';
}

function writeExample({ example }: MediaType): string[] {
  if (example === undefined) return [];
  const text = typeof example === 'string' ? example : JSON.stringify(example, null, 2);
  return ['', '```json', text, '```'];
}

function writeErrors({ status, response }: { status: string; response: Response }): string[] {
  return response.description.split('\n\n').map((line) => `- ${status} ${line}`);
}
