import { type Fingerprint, fingerprintOf, similarityOf } from '#platform/text/similarity.ts';

export interface AskedQuestion {
  question: string;
  askedAt: Date;
}

/** Questions of customers that ask for the same. */
export interface QuestionCluster {
  /** The one that is most like all others. */
  question: string;
  /** All wordings, each once, the oldest first. */
  wordings: string[];
  /** How often it was asked. */
  count: number;
}

/** Questions this alike are one matter; below what makes two texts near-duplicates, since customers word freely. */
const ONE_MATTER = 0.5;
const MOST_WORDINGS = 50;

interface Group {
  members: { asked: AskedQuestion; print: Fingerprint }[];
}

/**
 * Groups questions that ask for the same, those asked most first. Each joins the group whose first question it is most like
 * (leader clustering): one pass, and the same result for the same order of questions. Pure.
 */
export function clusterQuestions(questions: readonly AskedQuestion[]): QuestionCluster[] {
  const groups: Group[] = [];
  for (const asked of questions) {
    const print = fingerprintOf(asked.question);
    if (print.words === 0) continue;
    const best = groups
      .map((group) => ({ group, similarity: similarityOf(print, group.members[0]?.print as Fingerprint) }))
      .filter(({ similarity }) => similarity >= ONE_MATTER)
      .sort((a, b) => b.similarity - a.similarity)[0];
    if (best) best.group.members.push({ asked, print });
    else groups.push({ members: [{ asked, print }] });
  }
  return groups.map(describe).sort((a, b) => b.count - a.count);
}

function describe({ members }: Group): QuestionCluster {
  const compared = members.slice(0, MOST_WORDINGS);
  const sums = compared.map(({ print }) => compared.reduce((sum, other) => sum + similarityOf(print, other.print), 0));
  const central = compared[sums.indexOf(Math.max(...sums))];
  return {
    question: central?.asked.question ?? '',
    wordings: [...new Set(members.map(({ asked }) => asked.question))].slice(0, MOST_WORDINGS),
    count: members.length,
  };
}
