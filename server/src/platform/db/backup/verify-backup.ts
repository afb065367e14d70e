import type { BackupSummary } from './backup-database.ts';
import {
  BACKUP_VERSION,
  BackupFileError,
  type BackupHeader,
  type Frame,
  parseFrame,
  readFrames,
  type TableHeader,
} from './backup-format.ts';

/**
 * Reads a backup file from end to end and tells what it holds. Throws BackupFileError when it is cut, altered, of a
 * newer format, or no backup; touches no database.
 */
export async function verifyBackup(path: string): Promise<{ header: BackupHeader; summary: BackupSummary }> {
  let header: BackupHeader | undefined;
  let table: TableHeader | undefined;
  let ended = false;
  const rows: Record<string, number> = {};
  for await (const frame of readFrames(path)) {
    if (!header) header = parseHeader(path, frame);
    if (frame.kind === 'table') table = parseFrame(frame) as TableHeader;
    if (frame.kind === 'rows' && table) rows[`${table.schema}.${table.name}`] = parseFrame(frame) as number;
    if (frame.kind === 'end') ended = true;
  }
  if (!header || !ended) throw new BackupFileError(`${path} is not a complete Kontor backup; nothing was restored.`);
  return {
    header,
    summary: { createdAt: header.createdAt, migrations: header.migrations.map(({ name }) => name), rows },
  };
}

function parseHeader(path: string, frame: Frame): BackupHeader {
  const header = frame.kind === 'header' ? (parseFrame(frame) as BackupHeader) : undefined;
  if (header?.format !== 'kontor-backup') throw new BackupFileError(`${path} is not a Kontor backup.`);
  if (header.version === BACKUP_VERSION) return header;
  throw new BackupFileError(
    `${path} has backup format ${header.version}, this version of Kontor reads format ${BACKUP_VERSION}. ` +
      'Restore it with the version that made it.',
  );
}
