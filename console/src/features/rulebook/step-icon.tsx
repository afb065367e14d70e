import type { Kind } from './flow.types.ts';

/** One line drawing per kind, 20 × 20. */
const PATHS: Record<Kind, string> = {
  reply: 'M3 4h14v9H9l-4 4v-4H3z',
  collect: 'M7 7.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M10 16v.5',
  condition: 'M10 2v5M10 7 4 13v5M10 7l6 6v5',
  confirm: 'M3 10.5 8 15 17 5',
  tool: 'M12 3a4 4 0 0 0-3.6 5.7L3 14l3 3 5.3-5.4A4 4 0 0 0 17 8l-2.5 1.5-2-2L14 5a4 4 0 0 0-2-2z',
  article: 'M5 2h7l3 3v13H5zM8 9h5M8 12.5h5',
  tag: 'M3 3h7l7 7-7 7-7-7zM6.5 6.5h.1',
  escalate: 'M10 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c0-3.500 2.500-5.500 6-5.500s6 2 6 5.500',
  goto: 'M16 4v5a3 3 0 0 1-3 3H4M8 8l-4 4 4 4',
};

export const StepIcon = ({ kind }: { kind: Kind }) => (
  <svg className="step-icon" viewBox="0 0 20 20" aria-hidden="true">
    <path d={PATHS[kind]} />
  </svg>
);
