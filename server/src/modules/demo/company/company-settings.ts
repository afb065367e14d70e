import { existsSync, readFileSync } from 'node:fs';

/** What the company knows of itself: where it listens, and the key that it has issued. */
export interface CompanySettings {
  port: number;
  key: string;
}

/** Null: there is no company yet. */
export const readCompanySettings = (path: string): CompanySettings | null =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as CompanySettings) : null;
