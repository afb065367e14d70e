import type { EndpointHealth } from '../../app/api.gen.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Section } from '../../ui/page.tsx';
import { ENDPOINT_TEXTS } from './integrations-texts.ts';

const time = (moment: string) => Date.parse(moment);

/** What no longer comes as it was declared: each field from when it was first seen so until it was last, on one axis up to now. */
export function Drifts({ drifts }: Pick<EndpointHealth, 'drifts'>) {
  const texts = useTexts(ENDPOINT_TEXTS);
  const formats = useFormats();
  if (drifts.length === 0) {
    return (
      <Section title={texts.drifts}>
        <p className="quiet-text">{texts.noDrifts}</p>
      </Section>
    );
  }
  const first = Math.min(...drifts.map(({ firstSeenAt }) => time(firstSeenAt)));
  const now = Math.max(Date.now(), ...drifts.map(({ lastSeenAt }) => time(lastSeenAt)));
  const place = (moment: string) => ((time(moment) - first) / Math.max(1, now - first)) * 100;
  const sorted = drifts.toSorted((a, b) => time(a.firstSeenAt) - time(b.firstSeenAt));
  return (
    <Section title={texts.drifts}>
      <div className="card">
        <ul className="drifts">
          {sorted.map(({ field, kind, expected, found, firstSeenAt, lastSeenAt }) => {
            const span = texts.since(formats.moment(firstSeenAt), formats.moment(lastSeenAt));
            const from = place(firstSeenAt);
            return (
              <li key={field}>
                <div>
                  <span className="line">
                    <code>{field}</code> {texts.driftKinds[kind]}
                  </span>
                  <small>
                    {[found !== null && texts.expectedFound(expected, found), span].filter(Boolean).join(' · ')}
                  </small>
                </div>
                <svg viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={`${field}: ${span}`}>
                  <title>{span}</title>
                  <rect className="track" width="100" height="4" />
                  <rect
                    className="bad"
                    x={Math.min(from, 99)}
                    width={Math.max(1, place(lastSeenAt) - from)}
                    height="4"
                  />
                </svg>
              </li>
            );
          })}
        </ul>
        <div className="drifts-foot">
          <p className="chart-foot">
            <small>{formats.moment(new Date(first).toISOString())}</small>
            <small>{texts.now}</small>
          </p>
        </div>
      </div>
    </Section>
  );
}
