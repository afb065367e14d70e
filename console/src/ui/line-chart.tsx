interface Point {
  value: number;
  /** What is said of it, such as `March: € 2,950`. */
  text: string;
  /** Where it may lie between; drawn as a band. */
  low?: number;
  high?: number;
  /** Not yet happened. */
  isExpected?: boolean;
}

interface Props {
  label: string;
  points: Point[];
  /** Below the picture: where it begins, how high it goes, where it ends. */
  foot: [first: string, highest: string, last: string];
  onPick?: (index: number) => void;
}

const HEIGHT = 40;

/** A line over time with a band around it and a line at zero; what is expected is dashed. */
export function LineChart({ label, points, foot, onPick }: Props) {
  const all = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
  const span = most - least || 1;
  const y = (value: number) => HEIGHT - 1 - ((value - least) / span) * (HEIGHT - 2);
  const x = (index: number) => (points.length < 2 ? 50 : (index / (points.length - 1)) * 100);
  const path = (indexes: number[]) => indexes.map((n) => `${x(n)},${y(points[n]?.value ?? 0)}`).join(' ');
  const known = points.flatMap(({ isExpected }, n) => (isExpected ? [] : [n]));
  const ahead = points.flatMap(({ isExpected }, n) => (isExpected ? [n] : []));
  const banded = points.flatMap(({ low, high }, n) =>
    low === undefined || high === undefined ? [] : [{ n, low, high }],
  );
  const edge = [
    ...banded.map(({ n, high }) => `${x(n)},${y(high)}`),
    ...banded.toReversed().map(({ n, low }) => `${x(n)},${y(low)}`),
  ];
  return (
    <figure>
      <svg
        className="columns line-chart"
        role="img"
        aria-label={`${label}: ${points.map(({ text }) => text).join('; ')}`}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <polygon className="band" points={edge.join(' ')} />
        <line className="zero" x1="0" x2="100" y1={y(0)} y2={y(0)} />
        <polyline className="known" points={path(known)} />
        {ahead.length > 0 && <polyline className="ahead" points={path([...known.slice(-1), ...ahead])} />}
        {points.map(({ text }, n) => (
          <rect
            key={text}
            className="hit"
            x={x(n) - 50 / points.length}
            y="0"
            width={100 / points.length}
            height={HEIGHT}
            onClick={() => onPick?.(n)}
          >
            <title>{text}</title>
          </rect>
        ))}
      </svg>
      <figcaption className="chart-foot">
        {foot.map((text, n) => (
          <small key={`${n} ${text}`}>{text}</small>
        ))}
      </figcaption>
    </figure>
  );
}
