import { useId } from 'react';

interface Point {
  /** When it was. */
  label: string;
  /** null: nothing happened then. */
  value: number | null;
  /** The part of it that went wrong. */
  bad?: number;
  /** What is said of it. */
  text: string;
}

interface Props {
  label: string;
  points: Point[];
  /** A line across: what was expected. */
  limit?: { value: number; text: string } | null;
  foot: [first: string, highest: string, last: string];
}

/** Figures over time as columns, what went wrong in them, and what was expected as a line. The table says the same. */
export function SeriesChart({ label, points, limit, foot }: Props) {
  const id = useId();
  const highest = Math.max(1, limit?.value ?? 0, ...points.map(({ value }) => value ?? 0));
  const width = 100 / Math.max(1, points.length);
  const heightOf = (value: number) => (value / highest) * 38;
  return (
    <figure aria-labelledby={id}>
      <p id={id} className="strong">
        {label}
      </p>
      <svg
        className="columns"
        role="img"
        aria-label={`${label}: ${points.flatMap(({ value, text }) => (value === null ? [] : [text])).join('; ')}`}
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
      >
        {points.map(({ label: when, value, bad = 0, text }, index) => (
          <g key={when}>
            <title>{text}</title>
            <rect x={index * width} y={0} width={width} height={40} className="hit" />
            <rect
              x={index * width + width * 0.12}
              y={40 - heightOf(value ?? 0)}
              width={width * 0.76}
              height={heightOf(value ?? 0)}
            />
            <rect
              className="bad"
              x={index * width + width * 0.12}
              y={40 - heightOf(bad)}
              width={width * 0.76}
              height={heightOf(bad)}
            />
          </g>
        ))}
        {limit && (
          <line className="limit" x1={0} x2={100} y1={40 - heightOf(limit.value)} y2={40 - heightOf(limit.value)} />
        )}
      </svg>
      <figcaption className="chart-foot">
        {[foot[0], limit ? `${foot[1]}, ${limit.text}` : foot[1], foot[2]].map((text, index) => (
          // Both ends may say the same.
          <small key={`${index} ${text}`}>{text}</small>
        ))}
      </figcaption>
    </figure>
  );
}

/** The same in a line of a list: calls as columns, failed ones in them. */
export function Spark({ points, label }: { points: { calls: number; failed: number }[]; label: string }) {
  const highest = Math.max(1, ...points.map(({ calls }) => calls));
  const width = 100 / Math.max(1, points.length);
  return (
    <svg className="spark columns" role="img" aria-label={label} viewBox="0 0 100 20" preserveAspectRatio="none">
      {points.map(({ calls, failed }, index) => (
        // They are told apart by where they stand.
        <g key={index}>
          <rect
            x={index * width + 0.4}
            width={width - 0.8}
            y={20 - (calls / highest) * 19 - (calls > 0 ? 1 : 0)}
            height={(calls / highest) * 19 + (calls > 0 ? 1 : 0)}
          />
          <rect
            className="bad"
            x={index * width + 0.4}
            width={width - 0.8}
            y={20 - (failed / highest) * 19}
            height={(failed / highest) * 19}
          />
        </g>
      ))}
      <line x1={0} x2={100} y1={20} y2={20} className="base" />
    </svg>
  );
}
