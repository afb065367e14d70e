import { AGENT } from './german-agent.ts';
import { BANKING } from './german-banking.ts';
import { INTEGRATIONS } from './german-integrations.ts';
import { PLATFORM } from './german-platform.ts';

/** All that the server says, in German. Loaded by those who read German. */
export const GERMAN: Readonly<Record<string, string>> = { ...AGENT, ...BANKING, ...INTEGRATIONS, ...PLATFORM };
