export { type BackupSummary, backupDatabase, backupToFile } from './backup-database.ts';
export { BackupFileError } from './backup-format.ts';
export { RestoreError, restoreDatabase } from './restore-database.ts';
export { verifyBackup } from './verify-backup.ts';
