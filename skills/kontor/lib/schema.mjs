// An operation of the reference in a few lines: a model reads them faster than the schema.

/** Inputs, answer and errors of an operation. */
export function describeSchema(document, operation, name) {
  const { summary, description, parameters = [], requestBody, responses } = operation;
  const find = (ref) =>
    ref
      .split('/')
      .slice(1)
      .reduce((part, key) => part[key], document);
  const resolve = (schema) => (schema?.$ref ? find(schema.$ref) : schema);

  function lines(given, depth) {
    const schema = resolve(given) ?? {};
    if (depth > 4) return [];
    if (schema.type === 'array') return lines(schema.items, depth);
    const kinds = schema.anyOf ?? schema.oneOf;
    if (kinds && !schema.properties) return kinds.flatMap((kind) => lines(kind, depth));
    return Object.entries(schema.properties ?? {}).flatMap(([field, value]) => {
      const required = schema.required?.includes(field) ? '*' : '';
      const about = value.description ?? resolve(value)?.description ?? '';
      return [
        `${'  '.repeat(depth)}${field}${required}: ${typeOf(value)}  ${about}`.trimEnd(),
        ...lines(value, depth + 1),
      ];
    });
  }

  function typeOf(given) {
    const schema = resolve(given) ?? {};
    if (schema.const !== undefined) return JSON.stringify(schema.const);
    if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
    if (schema.type === 'array') return `list of ${typeOf(schema.items)}`;
    const kinds = schema.anyOf ?? schema.oneOf;
    return kinds ? [...new Set(kinds.map(typeOf))].join(' | ') : String(schema.type ?? 'anything');
  }

  const [media, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  const content = Object.values(answer?.content ?? {})[0];
  return [
    `${name}: ${summary} ${description}`.replaceAll(/\s+/g, ' '),
    ...parameters
      .map(resolve)
      .map((one) => `${one.in} ${one.name}${one.required ? '*' : ''}: ${typeOf(one.schema)}  ${one.description}`),
    ...(body ? [`body (${media})`, ...lines(body.schema, 1)] : []),
    `answer ${status}`,
    ...(content
      ? [
          content.schema?.type === 'array' || resolve(content.schema)?.type === 'array' ? '  list of' : '',
          ...lines(content.schema, 1),
        ]
      : []),
  ]
    .filter(Boolean)
    .join('\n');
}
