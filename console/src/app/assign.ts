import { useState } from 'react';
import { useChange } from './api.ts';

/** A folder that a bot answers from, or no longer does. */
interface Junction {
  folderId: string;
  botId: string;
  action: 'ADD' | 'DELETE';
}

/** Assigns folders to bots. What is on its way (`going`) is shown as if it had arrived, from the click on. */
export function useAssign() {
  const [going, setGoing] = useState<Junction | null>(null);
  const { mutateAsync, error } = useChange('POST /v2/hc-bot-folder-junctions/public', ['GET /v2/hc-folders/public']);
  const send = (junction: Junction) => {
    setGoing(junction);
    return mutateAsync({ body: { junctions: [junction] } }).finally(() => setGoing(null));
  };
  return { going, send, error };
}
