/** Pictures with their numbers: each says in words what it shows, for those who do not see it. */

interface Column {
  label: string;
  value: number;
  /** What is said of it, such as `March: € 2,950`. */
  text: string;
  isOutgoing?: boolean;
}

interface ColumnsProps {
  label: string;
  columns: Column[];
  /** Below the picture: where it begins, how high it goes, where it ends. */
  foot: [first: string, highest: string, last: string];
  onPick?: (index: number) => void;
}

/** One column per entry, from zero up; the numbers stand in its title and in the table that belongs to it. */
export function Columns({ label, columns, foot, onPick }: ColumnsProps) {
  const highest = Math.max(1, ...columns.map(({ value }) => Math.abs(value)));
  const width = 100 / Math.max(1, columns.length);
  return (
    <figure>
      <svg
        className="columns"
        role="img"
        aria-label={`${label}: ${columns.map(({ text }) => text).join('; ')}`}
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
      >
        {columns.map((column, index) => {
          const height = (Math.abs(column.value) / highest) * 38;
          return (
            <rect
              key={column.label + String(column.isOutgoing)}
              className={column.isOutgoing ? 'out' : undefined}
              x={index * width + width * 0.12}
              y={40 - height}
              width={width * 0.76}
              height={height}
              onClick={() => onPick?.(index)}
            >
              <title>{column.text}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="chart-foot">
        {foot.map((text, n) => (
          <small key={`${n} ${text}`}>{text}</small>
        ))}
      </figcaption>
    </figure>
  );
}

/** A name, a bar, a number: one line of a ranking. `share` is of the longest, from 0 to 1. */
export const BarRow = ({ name, share, text }: { name: string; share: number; text: string }) => (
  <li className="bar-row">
    <span>{name}</span>
    <span className="bar" aria-hidden="true">
      <span style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
    <span>{text}</span>
  </li>
);
