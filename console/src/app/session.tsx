import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { SignInPage } from '../features/identity/sign-in-page.tsx';
import { ErrorNotice, Loading } from '../ui/states.tsx';
import type { ConsoleToken } from './api.gen.ts';
import { ApiError, call, forgetToken, getToken } from './api.ts';

const SessionContext = createContext<ConsoleToken | null>(null);
const KEY = ['session'];

/** Who is signed in, and what their role may do. */
export function useSession() {
  const session = useContext(SessionContext);
  const client = useQueryClient();
  if (!session) throw new Error('There is nobody signed in around this component');
  return {
    ...session,
    can: (scope: string) => session.scopes.includes(scope),
    refresh: () => {
      forgetToken();
      void client.invalidateQueries({ queryKey: KEY });
    },
    /** Ends it here, or in every browser; what was read is forgotten. */
    async signOut({ everywhere = false } = {}) {
      await call(everywhere ? 'DELETE /console/sessions' : 'DELETE /console/session', {});
      forgetToken();
      client.clear();
      location.reload();
    },
  };
}

/** Shows the sign-in page until somebody is; what was asked for is there afterwards, for the address stays. */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: getToken,
    // Before the token ends, and when somebody comes back to the window: a role may have changed meanwhile.
    refetchInterval: 4 * 60_000,
  });
  if (error instanceof ApiError && error.code === 'session_ended') {
    return <SignInPage onSignedIn={() => void client.resetQueries()} />;
  }
  if (data) return <SessionContext value={data}>{children}</SessionContext>;
  return <main>{error ? <ErrorNotice error={error} onRetry={refetch} /> : <Loading />}</main>;
}
