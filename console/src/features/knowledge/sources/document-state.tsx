import type { Document } from '../../../app/api.gen.ts';
import { useTexts } from '../../../app/language.ts';
import { Badge } from '../../../ui/page.tsx';
import { DOCUMENTS_TEXTS } from './sources-texts.ts';

const DRAFTING = ['PENDING', 'IN_PROGRESS'];

const isDrafted = ({ linkedJobStatus }: Document) => linkedJobStatus !== null && DRAFTING.includes(linkedJobStatus);

/** Whether it was read, and what was drafted from it. */
export function DocumentState({ document }: { document: Document }) {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const decision = texts.decisions[document.linkedOperation as keyof typeof texts.decisions];
  return (
    <>
      {document.success === null && <Badge tone="warn">{texts.states.waiting}</Badge>}
      {document.success === true && <Badge tone="good">{texts.states.read}</Badge>}
      {document.success === false && <Badge tone="bad">{texts.states.failed}</Badge>}
      {document.changed && <Badge tone="warn">{texts.changed}</Badge>}
      {isDrafted(document) && <Badge tone="warn">{texts.isDrafted}</Badge>}
      {document.linkedJobStatus === 'FAILED' && <Badge tone="bad">{texts.draftFailed}</Badge>}
      {document.linkedJobStatus === 'COMPLETED' && decision && <Badge>{decision}</Badge>}
    </>
  );
}
