import { UserParams, userNotFound } from '#modules/users/index.ts';
import { rehearse } from '#platform/db/rehearse.ts';
import { route } from '#platform/http/route.ts';
import { accountNotNamed, fileRefused } from './banking.errors.ts';
import { ImportAnswer, ImportForm, ImportQuery } from './import.schemas.ts';
import { importFiles } from './import-files.ts';
import { IMPORT_LIMITS, type ImportRequest, receiveImport } from './receive-import.ts';

const exampleFile = `Buchungstag;Verwendungszweck;Betrag;Waehrung
30.01.2026;Gehalt Januar;2950,00;EUR
`;

export const importRoutes = [
  route({
    method: 'POST',
    path: '/api/users/{user-id}/banking/import',
    operationId: 'importFiles',
    summary: 'Import files of banks',
    description:
      'Reads statements and exports as banks give them: CAMT.052 and .053, MT940, CSV, OFX, QIF, each also within a zip. Transactions that are known already, because the same file was imported before or two files overlap, are counted as duplicates. A row that can not be read is in `rejected` and everything else is stored; a file that is cut off, hostile or of another kind refuses the whole request. See [Import files](/docs/import.md).',
    tag: 'Manual upload',
    scope: 'banking-upload',
    params: UserParams,
    query: ImportQuery,
    rawBody: {
      schema: ImportForm,
      mediaType: 'multipart/form-data',
      limitBytes: IMPORT_LIMITS.bytes,
      read: receiveImport,
    },
    outputs: {
      200: { description: 'With `dryRun`: what would be stored, and what not. Nothing was.', schema: ImportAnswer },
      201: {
        description: 'What was stored, and what was not.',
        schema: ImportAnswer,
        headers: {
          'Finoos-Correlation-Id': 'Names the analysis that this call started; only with `automaticAnalysis: active`.',
        },
      },
    },
    errors: [userNotFound, accountNotNamed, fileRefused],
    example: { body: { file: exampleFile, accountId: 'giro-2' } },
    async handle(ctx, { params, query, body }) {
      const store = () => importFiles(ctx, params.userId, body as ImportRequest);
      if (query.dryRun) return { status: 200, body: (await rehearse(ctx.session, store)).body };
      const { correlationId, body: answer } = await store();
      return {
        status: 201,
        body: answer,
        ...(correlationId && { headers: { 'finoos-correlation-id': correlationId } }),
      };
    },
  }),
];
