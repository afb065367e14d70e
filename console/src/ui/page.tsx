import { Fragment, type ReactNode, useEffect, useRef } from 'react';

interface PageProps {
  title: string;
  /** What the browser calls it in its tab and its history, where that says more than the heading. */
  called?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One heading, where the focus goes when the page is new, so that screen readers begin there. */
export function Page({ title, called = title, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${called} · Kontor`;
  }, [called]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main id="main">
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          <Breakable text={title} />
        </h1>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

/** An address, which breaks after its own signs before it breaks between any two letters. */
export const Breakable = ({ text }: { text: string }) =>
  (/\s/.test(text) ? [text] : text.split(/(?<=[@/])|(?=[.])/)).map((piece, n) => (
    // The pieces of a text have no other name than their place.
    <Fragment key={`${n} ${piece}`}>
      {n > 0 && <wbr />}
      {piece}
    </Fragment>
  ));

export const Badge = ({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'good' | 'warn' | 'bad';
  children: ReactNode;
}) => <span className={`badge ${tone}`}>{children}</span>;

/** A part of a page with a heading of its own. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="section">
    <h2>{title}</h2>
    {children}
  </section>
);
