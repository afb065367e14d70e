/** Turns the findings of a compiled schema into problems that a reader can act on, without values of the body. */
import type { UploadProblem } from './upload-error.ts';

/** A finding of a TypeBox validator (`Validator.Errors`). */
interface SchemaFinding {
  keyword: string;
  schemaPath: string;
  instancePath: string;
  params: object;
  message: string;
}

const PATTERNS: Record<string, string> = {
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}$': 'must be a date of the form YYYY-MM-DD',
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}$|^$': 'must be a date of the form YYYY-MM-DD',
  '^[A-Z]{3}$': 'must be an ISO 4217 code in capital letters, such as EUR',
  '^([0-9]{4})?$': 'must be four digits',
};

/** One problem per missing or wrong field; `path` stands before the pointers of the findings. */
export function explainSchemaErrors(findings: readonly SchemaFinding[], path: string): UploadProblem[] {
  const unions = findings.filter((finding) => finding.keyword === 'anyOf');
  return findings.flatMap((finding) => {
    const union = unions.find(({ schemaPath }) => finding.schemaPath.startsWith(`${schemaPath}/anyOf/`));
    // "must be null" of a union's other branches says nothing; what is wrong inside the branch that fits does.
    if (union && finding.keyword === 'type' && finding.instancePath === union.instancePath) return [];
    if (finding.keyword === 'anyOf')
      return hasInnerFinding(findings, finding) ? [] : explainUnion(findings, finding, path);
    if (finding.keyword !== 'required')
      return [{ path: path + finding.instancePath || '/', message: describe(finding) }];
    const { requiredProperties } = finding.params as { requiredProperties: string[] };
    return requiredProperties.map((name) => ({
      path: `${path}${finding.instancePath}/${name}`,
      message: 'is required',
    }));
  });
}

function isBranch(finding: SchemaFinding, union: SchemaFinding): boolean {
  return finding.schemaPath.startsWith(`${union.schemaPath}/anyOf/`);
}

function hasInnerFinding(findings: readonly SchemaFinding[], union: SchemaFinding): boolean {
  return findings.some(
    (finding) =>
      isBranch(finding, union) && (finding.keyword !== 'type' || finding.instancePath !== union.instancePath),
  );
}

function explainUnion(findings: readonly SchemaFinding[], union: SchemaFinding, path: string): UploadProblem[] {
  const types = findings
    .filter((finding) => isBranch(finding, union))
    .map((finding) => String((finding.params as { type?: unknown }).type));
  return [{ path: path + union.instancePath, message: `must be one of ${types.join(', ')}` }];
}

function describe(finding: SchemaFinding): string {
  const params = finding.params as { pattern?: string; allowedValues?: unknown[]; type?: unknown };
  if (finding.keyword === 'pattern') return PATTERNS[params.pattern ?? ''] ?? finding.message;
  if (finding.keyword === 'enum') return `must be one of ${(params.allowedValues ?? []).filter(Boolean).join(', ')}`;
  return finding.message;
}
