import { readFileSync } from 'node:fs';
import path from 'node:path';
import { COMMANDS, GROUPS } from '../../packages/cli/src/commands.ts';
import { EXIT_CODES } from '../../packages/cli/src/exit.ts';
import { optionName, SECTIONS, usageOf } from '../../packages/cli/src/help.ts';
import { GLOBAL_OPTIONS } from '../../packages/cli/src/parse-command.ts';

const HEADING = '\n## All commands\n';

/** docs/cli.md: its beginning is written by hand, the commands below `## All commands` come from their table. */
export function generateCliDoc(root: string): string {
  const [byHand = ''] = readFileSync(path.join(root, 'docs/cli.md'), 'utf8').split(HEADING);
  return `${byHand}${HEADING}\n${renderGlobal()}\n${renderExits()}\n${renderSections()}`;
}

const cell = (text: string) => text.replaceAll('|', '\\|');

const renderGlobal = () =>
  [
    '| every command takes | |',
    '|---|---|',
    ...Object.entries(GLOBAL_OPTIONS).map(
      ([name, option]) => `| \`${optionName(name, option)}\` | ${cell(option.summary)} |`,
    ),
    '',
  ].join('\n');

const renderExits = () =>
  [
    '| exit code | |',
    '|---|---|',
    ...Object.values(EXIT_CODES).map(({ code, meaning }) => `| ${code} | ${cell(meaning)} |`),
    '',
  ].join('\n');

function renderSections(): string {
  const sections = Object.entries(SECTIONS).flatMap(([title, groups]) => [
    `### ${title}\n`,
    ...groups.flatMap((group) => {
      const members = COMMANDS.filter(({ words }) => words.split(' ')[0] === group);
      const about = GROUPS[group];
      return [...(about ? [`**${group}**: ${about}\n`] : []), ...members.map(renderCommand)];
    }),
  ]);
  return sections.join('\n');
}

function renderCommand(command: (typeof COMMANDS)[number]): string {
  const { summary, details, example, options = {}, arguments: wanted = [] } = command;
  const choices = wanted.flatMap(({ name, choices: all }) => (all ? [`- \`<${name}>\`: ${all.join(', ')}`] : []));
  const lines = Object.entries(options).map(([name, option]) => {
    const list = option.choices ? ` One of: ${option.choices.join(', ')}.` : '';
    return `- \`${optionName(name, option)}\`: ${option.summary}${list}`;
  });
  const text = [summary, details].filter(Boolean).join(' ');
  const listed = [...choices, ...lines];
  return [
    `#### \`${usageOf(command)}\`\n`,
    `${text}\n`,
    ...(listed.length > 0 ? [`${listed.join('\n')}\n`] : []),
    '```sh not run: packages/cli/test/command-table.test.ts parses every example',
    `kontor ${example}`,
    '```\n',
  ].join('\n');
}
