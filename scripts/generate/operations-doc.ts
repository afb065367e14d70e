import { COMMANDS } from '../../packages/cli/src/commands.ts';
import { NOT_OFFERED } from '../../server/src/modules/mcp/not-offered.ts';
import type { OpenApiDocument, Operation } from '../../server/src/platform/docs/openapi.types.ts';
import { listOperations } from '../../server/src/platform/docs/openapi-walk.ts';
import type { Document } from './schema-types.ts';
import { FOR_PEOPLE } from './sdk-types.ts';
import { skillOperations } from './skill-operations.ts';

const HEAD = `# Every operation, and every way to it

For those who want to know whether something can be done, and how: by REST, from the SDK, from the command line, by a tool
of MCP, by a skill. Made by \`npm run generate\` from the routes and the tables of those; do not edit by hand.

- **REST** with a token or key that has the scope. No scope: anybody may call it. What each takes and answers stands in the
  reference at \`/docs/api\`.
- **SDK**: the method of \`kontor-sdk\` ([The SDK](sdk.md)).
- **Command**: of \`kontor\` ([The command line](cli.md)). \`call\` stands for \`kontor call <operation>\`, by the name of the SDK's method.
- **MCP**: a model calls it by \`call_operation\` and its name, or by a tool of its own ([MCP](mcp.md)), with the same key or client.
- **Skill**: of the [skill pack](skills.md), for coding agents.

Pages and sessions for people are for browsers; keys, clients and operators of a workspace are made by people, in the console or
with \`npm run admin\`.
`;

/** docs/operations.md: one table per chapter of the reference. */
export function generateOperationsDoc(openApi: string): string {
  const document = JSON.parse(openApi) as OpenApiDocument;
  const operations = listOperations(document);
  const skills = skillOperations(JSON.parse(openApi) as Document);
  const chapters = document.tags.map(({ name }) => {
    const rows = operations
      .filter(({ operation }) => operation.tags.includes(name))
      .map((one) => writeRow(one, skills[one.operation.operationId]?.skill));
    return `## ${name}\n\n| REST | scope | SDK | command | MCP | skill |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `${HEAD}\n${chapters.join('\n')}`;
}

function writeRow(
  { method, path, operation }: { method: string; path: string; operation: Operation },
  skill: string | undefined,
): string {
  const { operationId } = operation;
  const isForPeople = FOR_PEOPLE.test(path);
  const commands = COMMANDS.filter((command) => command.operations?.some((name) => name === operationId));
  const named = commands.map(({ words }) => `\`${words}\``).join(', ');
  const cells = [
    `\`${method} ${path}\``,
    shorten(operation['x-scope']),
    isForPeople ? 'for browsers' : `\`${operationId}\``,
    named || (isForPeople ? '' : '`call`'),
    isOffered(operation) ? 'yes' : '',
    skill ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** As the tools of MCP are chosen: what a key or a client may call, and a model should. */
const isOffered = ({ operationId, 'x-scope': scopes }: Operation) =>
  scopes.some((scope) => !scope.startsWith('console:')) && !(operationId in NOT_OFFERED);

/** Of many that are alike, the first and what follows. */
const shorten = (scopes: readonly string[]) =>
  scopes.length > 2
    ? `\`${scopes[0]}\` and ${scopes.length - 1} others`
    : scopes.map((scope) => `\`${scope}\``).join(' ');
