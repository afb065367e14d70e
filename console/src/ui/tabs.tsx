import { Link } from '../app/router.tsx';

interface Props {
  label: string;
  /** Where each leads, and what it is called. */
  entries: (readonly [to: string, text: string])[];
  here: string;
}

/** Parts of a page, each with an address of its own: the back button goes through them. */
export const Tabs = ({ label, entries, here }: Props) => (
  <nav className="tabs" aria-label={label}>
    {entries.map(([to, text]) => (
      <Link key={to} to={to} aria-current={to === here ? 'page' : undefined}>
        {text}
      </Link>
    ))}
  </nav>
);
