import { useState } from 'react';
import { useTexts } from '../../../app/language.ts';
import { useAddress } from '../../../app/router.tsx';
import { useSession } from '../../../app/session.tsx';
import { Page } from '../../../ui/page.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { AddWebsiteDialog } from './add-website.tsx';
import { Documents } from './documents.tsx';
import { Jobs } from './jobs.tsx';
import { SOURCES_TEXTS } from './sources-texts.ts';
import { Systems } from './systems.tsx';
import { UploadFilesDialog } from './upload-files.tsx';
import { Websites } from './websites.tsx';

const TABS = ['documents', 'websites', 'systems', 'jobs'] as const;
const addressOf = (tab: string) => (tab === 'documents' ? '/sources' : `/sources?tab=${tab}`);

/** Where knowledge comes from: documents, the websites and systems they are read from, and what is drafted from them. */
export function SourcesPage() {
  const texts = useTexts(SOURCES_TEXTS);
  const { query } = useAddress();
  const { can } = useSession();
  const [open, setOpen] = useState<'website' | 'files' | null>(null);
  const tab = TABS.find((each) => each === query.get('tab')) ?? 'documents';
  const add = can('write') && (
    <>
      <button type="button" className="main" onClick={() => setOpen('website')}>
        {texts.addWebsite}
      </button>
      <button type="button" onClick={() => setOpen('files')}>
        {texts.addFiles}
      </button>
    </>
  );
  return (
    <Page title={texts.title} actions={add}>
      <p className="quiet-text">{texts.lead}</p>
      <Tabs
        label={texts.title}
        here={addressOf(tab)}
        entries={TABS.map((each) => [addressOf(each), texts.tabs[each]] as const)}
      />
      {tab === 'documents' && <Documents />}
      {tab === 'websites' && <Websites />}
      {tab === 'systems' && <Systems />}
      {tab === 'jobs' && <Jobs />}
      {open === 'website' && <AddWebsiteDialog onClose={() => setOpen(null)} />}
      {open === 'files' && <UploadFilesDialog onClose={() => setOpen(null)} />}
    </Page>
  );
}
