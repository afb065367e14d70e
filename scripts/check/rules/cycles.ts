import type { Edge } from '../import-graph.ts';
import { unitOf } from '../layout.ts';
import type { Violation } from '../violation.ts';

/**
 * Import cycles between files. A type-only import counts when it crosses from one unit (a module, the platform) to
 * another; inside a unit it does not: it is gone at run time, and two files of one module may well describe each
 * other's shapes.
 */
export function cycles(edges: readonly Edge[]): Violation[] {
  const next = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (edge.typeOnly && unitOf(edge.from) === unitOf(edge.to)) continue;
    next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
  }
  const violations: Violation[] = [];
  const reported = new Set<string>();
  for (const start of next.keys()) {
    if (reported.has(start)) continue;
    const cycle = shortestCycle(start, next);
    if (!cycle) continue;
    for (const { from } of cycle) reported.add(from);
    const way = [start, ...cycle.map(({ to }) => to)].join(' → ');
    violations.push({ rule: 'cycles', path: start, line: cycle[0]?.line ?? 1, message: way });
  }
  return violations;
}

/** Breadth first from `start` back to `start`. */
function shortestCycle(start: string, next: ReadonlyMap<string, Edge[]>): Edge[] | null {
  const reachedBy = new Map<string, Edge>();
  const queue = [start];
  for (const file of queue) {
    for (const edge of next.get(file) ?? []) {
      if (edge.to === start) return [...wayTo(file, start, reachedBy), edge];
      if (reachedBy.has(edge.to)) continue;
      reachedBy.set(edge.to, edge);
      queue.push(edge.to);
    }
  }
  return null;
}

function wayTo(file: string, start: string, reachedBy: ReadonlyMap<string, Edge>): Edge[] {
  const way: Edge[] = [];
  for (let at = file; at !== start; ) {
    const edge = reachedBy.get(at);
    if (!edge) break;
    way.unshift(edge);
    at = edge.from;
  }
  return way;
}
