import type { Observed } from '../probe/observed.types.ts';
import { sayAbout } from './judgement.ts';
import { answered } from './select.ts';
import type { Judgement } from './verdict.types.ts';

/** Group 11: the key comes back nowhere. */
export function judgeSecrecy({ endpoints }: Observed): Judgement[] {
  const perEndpoint = endpoints.flatMap((seen) => {
    const calls = answered(seen);
    if (calls.length === 0) return [];
    const places = calls.flatMap(({ answer, note, purpose }) =>
      answer.keyEchoedIn.map((place) => `${note || purpose}: the key stands in the ${place}`),
    );
    return [sayAbout(seen.endpoint.name).unless('key_not_echoed', places, `Looked at ${calls.length} answers.`)];
  });
  return [...perEndpoint, sayAbout(null).open('key_channel', 'How the key is handed over can’t be seen from here.')];
}
