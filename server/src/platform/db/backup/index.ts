export { backupDatabase, backupToFile } from './backup-database.ts';
export { restoreDatabase } from './restore-database.ts';
export { verifyBackup } from './verify-backup.ts';
