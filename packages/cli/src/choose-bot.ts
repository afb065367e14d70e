import type { Kontor } from 'kontor-sdk';
import { usageError } from './exit.ts';

/** The bot that was named, or the only one. */
export async function chooseBot(kontor: Kontor, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const bots = await kontor.listBots();
  const [first] = bots;
  if (!first)
    throw usageError('There is no bot yet.', 'kontor call createAgent --json-body \'{"name": "Help"}\' makes one.');
  if (bots.length > 1) {
    throw usageError('There are several bots: say --bot ID.', bots.map(({ id, name }) => `${id} ${name}`).join(' · '));
  }
  return first.id;
}
