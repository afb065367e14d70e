interface Props {
  label: string;
  /** Their order is that of the parts from below. */
  series: string[];
  columns: { label: string; parts: number[]; text: string }[];
  foot: [first: string, highest: string, last: string];
  onPick?: (column: number, series: number) => void;
}

const HEIGHT = 40;

/** One column per entry, of parts in colours that the legend names; what is below zero is not drawn. */
export function StackedColumns({ label, series, columns, foot, onPick }: Props) {
  const sumOf = (parts: number[]) => parts.reduce((sum, part) => sum + Math.max(0, part), 0);
  const highest = Math.max(1, ...columns.map(({ parts }) => sumOf(parts)));
  const width = 100 / Math.max(1, columns.length);
  return (
    <figure>
      <svg
        className="columns"
        role="img"
        aria-label={`${label}: ${columns.map(({ text }) => text).join('; ')}`}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {columns.map(({ label: name, parts, text }, column) =>
          parts.map((part, n) => {
            const height = (Math.max(0, part) / highest) * (HEIGHT - 2);
            const below = (sumOf(parts.slice(0, n)) / highest) * (HEIGHT - 2);
            return (
              <rect
                key={`${name} ${series[n]}`}
                className={`series-${n}`}
                x={column * width + width * 0.1}
                y={HEIGHT - below - height}
                width={width * 0.8}
                height={height}
                onClick={() => onPick?.(column, n)}
              >
                <title>{`${series[n]}, ${text}`}</title>
              </rect>
            );
          }),
        )}
      </svg>
      <figcaption className="stack">
        <span className="chart-foot">
          {foot.map((text, n) => (
            <small key={`${n} ${text}`}>{text}</small>
          ))}
        </span>
        <span className="legend">
          {series.map((name, n) => (
            <small key={name} className="line">
              <svg className={`swatch series-${n}`} viewBox="0 0 1 1" aria-hidden="true">
                <rect width="1" height="1" />
              </svg>
              {name}
            </small>
          ))}
        </span>
      </figcaption>
    </figure>
  );
}
