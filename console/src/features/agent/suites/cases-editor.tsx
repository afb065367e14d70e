import { useState } from 'react';
import { useTexts } from '../../../app/language.ts';
import { Empty } from '../../../ui/states.tsx';
import { VirtualTable } from '../../../ui/virtual-table.tsx';
import { CaseDialog } from './case-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import type { SuiteCase } from './read-cases.ts';
import { SUITES_TEXTS } from './suites-texts.ts';

export interface NamedArticle {
  id: string;
  title: string;
}

interface Props {
  cases: SuiteCase[];
  articles: NamedArticle[];
  /** Left out: they can only be read. */
  onChange?: (cases: SuiteCase[]) => void;
}

/** The questions of a suite, each with what should come of it. */
export function CasesEditor({ cases, articles, onChange }: Props) {
  const texts = useTexts(SUITES_TEXTS);
  const [edited, setEdited] = useState<SuiteCase | 'new' | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const titleOf = (articleId: string | null) =>
    articleId === null ? texts.person : (articles.find(({ id }) => id === articleId)?.title ?? texts.gone);
  const keep = (changed: SuiteCase) => {
    onChange?.(edited === 'new' ? [...cases, changed] : cases.map((one) => (one === edited ? changed : one)));
    setEdited(null);
  };
  return (
    <div className="stack">
      {onChange && (
        <div className="actions">
          <button type="button" onClick={() => setEdited('new')}>
            {texts.add}
          </button>
          <button type="button" onClick={() => setIsImporting(true)}>
            {texts.import}
          </button>
        </div>
      )}
      {cases.length === 0 && <Empty title={texts.noneHint} />}
      {cases.length > 0 && (
        <VirtualTable
          label={texts.cases}
          rows={cases}
          keyOf={({ question }) => question}
          head={<Head />}
          cells={(one) => (
            <>
              <span role="cell" className="extra">
                {cases.indexOf(one) + 1}
              </span>
              <span role="cell">{one.question}</span>
              <span role="cell" className="extra">
                {titleOf(one.expectedArticleId)}
              </span>
              <span role="cell">
                {onChange && (
                  <button
                    type="button"
                    className="quiet"
                    aria-label={texts.edit(one.question)}
                    onClick={() => setEdited(one)}
                  >
                    {texts.editShort}
                  </button>
                )}
              </span>
            </>
          )}
        />
      )}
      {edited !== null && (
        <CaseDialog
          known={edited === 'new' ? null : edited}
          articles={articles}
          isAsked={(question) => cases.some((one) => one !== edited && one.question === question)}
          onSave={keep}
          onRemove={() => {
            onChange?.(cases.filter((one) => one !== edited));
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
      {isImporting && (
        <ImportDialog
          articles={articles}
          known={cases.map(({ question }) => question)}
          onImport={(more) => {
            onChange?.([...cases, ...more]);
            setIsImporting(false);
          }}
          onClose={() => setIsImporting(false)}
        />
      )}
    </div>
  );
}

function Head() {
  const texts = useTexts(SUITES_TEXTS);
  return (
    <>
      <span role="columnheader" className="extra">
        {texts.number}
      </span>
      <span role="columnheader">{texts.question}</span>
      <span role="columnheader" className="extra">
        {texts.expected}
      </span>
      <span role="columnheader">{texts.editShort}</span>
    </>
  );
}
