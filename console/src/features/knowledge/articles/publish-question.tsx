import { useRead } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { Link } from '../../../app/router.tsx';
import { Confirm, Dialog } from '../../../ui/dialog.tsx';
import { Await } from '../../../ui/states.tsx';
import { ARTICLE_TEXTS, VERSIONS_TEXTS } from './articles-texts.ts';

interface Props {
  title: string;
  text: string;
  go: string;
  isBusy: boolean;
  onGo: () => void;
  onClose: () => void;
}

/** Asks before something reaches customers past the review; says so where the workspace forbids it. */
export function PublishQuestion({ title, text, ...question }: Props) {
  const texts = useTexts(ARTICLE_TEXTS);
  const versions = useTexts(VERSIONS_TEXTS);
  const settings = useRead('GET /v2/knowledge/settings', {});
  if (settings.data?.reviewRequired === false) {
    return (
      <Confirm title={title} {...question}>
        <p>{text}</p>
      </Confirm>
    );
  }
  return (
    <Dialog title={title} onClose={question.onClose}>
      <Await read={settings}>
        {() => (
          <>
            <p>{versions.reviewOnly}</p>
            <Link to="/reviews">{texts.toReviews}</Link>
          </>
        )}
      </Await>
      <div>
        <button type="button" onClick={question.onClose}>
          {texts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
