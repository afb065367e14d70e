import { type Facts, readFacts } from './facts.ts';
import { importGraph } from './import-graph.ts';
import { isCode, ownerOf } from './layout.ts';
import { cycles } from './rules/cycles.ts';
import { direction, knownFolders } from './rules/direction.ts';
import { environment } from './rules/environment.ts';
import { germanTwins } from './rules/german-twins.ts';
import { describeLengths, length } from './rules/length.ts';
import { lockfile } from './rules/lockfile.ts';
import { machinePaths } from './rules/machine-paths.ts';
import { names } from './rules/names.ts';
import { pinnedVersions } from './rules/pinned-versions.ts';
import { sqlFiles, sqlPlaces, sqlUses } from './rules/sql-places.ts';
import { ownedTables, ownTablesOnly, schemaDirection } from './rules/table-owners.ts';
import { saidTexts } from './said-texts.ts';
import { readSchema } from './schema.ts';
import type { SourceFile } from './tree.ts';
import type { Violation } from './violation.ts';

export type BoundaryReport = {
  violations: Violation[];
  /** How much each rule had to look at. A zero means that the rule proved nothing. */
  lookedAt: Record<string, number>;
  /** Length of files and functions, for people. */
  lengths: string;
};

/**
 * Checks the boundaries of the house: direction of imports, cycles, who reads the environment, where SQL stands and whose
 * tables it touches, names, lengths, versions. A pure function of the files, so that a test can plant a violation.
 */
export function checkBoundaries(files: readonly SourceFile[]): BoundaryReport {
  const facts = files.filter(({ path }) => isCode(path)).map(readFacts);
  const graph = importGraph(files, facts);
  const schema = readSchema(files);
  const uses = sqlUses(facts);
  const texts = saidTexts(files);
  const violations = [
    ...unreadable(facts),
    ...graph.violations,
    ...knownFolders(files),
    ...direction(graph.edges),
    ...cycles(graph.edges),
    ...environment(facts),
    ...sqlFiles(files),
    ...sqlPlaces(uses),
    ...ownedTables(schema),
    ...schemaDirection(schema),
    ...ownTablesOnly(facts, schema),
    ...names(files),
    ...length(facts),
    ...germanTwins(texts),
    ...pinnedVersions(files),
    ...lockfile(files),
    ...machinePaths(files),
  ];
  const server = facts.filter(({ path }) => ownerOf(path) !== null);
  const owners = new Set(server.map(({ path }) => ownerOf(path)));
  const lookedAt = {
    files: facts.length,
    modules: [...owners].filter((owner) => !PARTS.has(owner ?? '')).length,
    imports: graph.edges.length,
    'reads of the environment': server.flatMap(({ environmentReads }) => environmentReads).length,
    'uses of SQL': uses.length,
    tables: schema.relations.size,
    'sentences for people': texts.length,
  };
  return { violations, lookedAt, lengths: describeLengths(facts) };
}

const PARTS = new Set(['platform', 'config', 'composition']);

function unreadable(facts: readonly Facts[]): Violation[] {
  return facts.flatMap(({ path, parseErrors }) =>
    parseErrors.map((message) => ({ rule: 'syntax', path, line: 1, message })),
  );
}
