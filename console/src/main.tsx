import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './app/api.ts';
import { firstLanguage, followStoredLanguage, type Language, LanguageContext, storeLanguage } from './app/language.ts';
import { Pages } from './app/pages.tsx';
import { useAddress } from './app/router.tsx';
import { speak } from './app/said.ts';
import { SessionGate } from './app/session.tsx';
import { applyTheme, readTheme } from './app/theme.ts';
import { JoinPage } from './features/identity/join-page.tsx';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      // What the server has refused it refuses again; a lost connection may come back.
      retry: (count, error) => !(error instanceof ApiError) && count < 2,
    },
  },
});

function App() {
  const [language, choose] = useState<Language>(firstLanguage);
  const { path } = useAddress();
  document.documentElement.lang = language;
  const speakAndChoose = async (next: Language) => {
    await speak(next);
    choose(next);
  };
  const setLanguage = (next: Language) => {
    storeLanguage(next);
    void speakAndChoose(next);
  };
  // Chosen in one tab, it holds in all.
  useEffect(() => followStoredLanguage(speakAndChoose), []);
  return (
    <LanguageContext value={{ language, setLanguage }}>
      {path === '/join' ? (
        <JoinPage />
      ) : (
        <SessionGate>
          <Pages />
        </SessionGate>
      )}
    </LanguageContext>
  );
}

applyTheme(readTheme());
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const page = createRoot(root);
// Not awaited at the top: every module that this one shares with others would become a file of its own.
void speak(firstLanguage()).then(() =>
  page.render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
