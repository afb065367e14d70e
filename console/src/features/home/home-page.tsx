import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Page } from '../../ui/page.tsx';
import { Await } from '../../ui/states.tsx';
import { Figures } from './figures.tsx';
import { FirstSteps } from './first-steps.tsx';
import { HOME_TEXTS } from './home-texts.ts';
import { Unanswered } from './unanswered.tsx';
import { UnknownRuns } from './unknown-runs.tsx';
import { Waiting } from './waiting.tsx';

/** What waits for a person, and how things go; in a new workspace, what to do first. */
export function HomePage() {
  const texts = useTexts(HOME_TEXTS);
  const overview = useRead('GET /v2/overview', {});
  return (
    <Page title={texts.title}>
      <Await read={overview}>
        {(data) => (
          <>
            <FirstSteps overview={data} />
            <Waiting waiting={data.waiting} />
            <UnknownRuns isWanted={(data.waiting.unknownRuns?.count ?? 0) > 0} />
            <Figures overview={data} />
          </>
        )}
      </Await>
      <Unanswered />
    </Page>
  );
}
