import { isSameMatter, type Related, saysAll } from './compare.ts';
import type { KnownArticle, Operation } from './drafting.types.ts';

export interface Decision {
  operation: Operation;
  /** For a reviewer: why this and nothing else. */
  reason: string;
  /** The live article that is changed or says it already; null for a new one. */
  article: KnownArticle | null;
}

export interface Known {
  /** Live articles about the matter, closest first. */
  related: readonly Related[];
  /** Drafts about the matter that wait for review, closest first. */
  waiting: readonly Related[];
  /** The article that was drafted from the same part of the same source before. */
  fromSameSource: KnownArticle | null;
  /** Whether customers asked for it in words that no article has. */
  hasNewQuestions: boolean;
}

/**
 * Chooses what to do with something that could be an article: nothing when a live article or a waiting draft says it, a
 * change of the article it belongs to, else a new one. `allowed` narrows the choice; what it excludes is replaced by the
 * nearest allowed choice, and the reason says so. Pure.
 */
export function decideOperation(known: Known, allowed: ReadonlySet<Operation>): Decision {
  const wanted = chooseFreely(known);
  if (allowed.has(wanted.operation)) return wanted;
  const closest = known.related[0]?.article ?? known.fromSameSource;
  const limited = (reason: string) => `${wanted.reason} ${reason}`;
  if (wanted.operation === 'UPDATE_ARTICLE' && allowed.has('ADD_ARTICLE_TO_FOLDER')) {
    return {
      operation: 'ADD_ARTICLE_TO_FOLDER',
      article: null,
      reason: limited('Changing articles was not allowed here, so this is a new one.'),
    };
  }
  if (wanted.operation === 'ADD_ARTICLE_TO_FOLDER' && allowed.has('UPDATE_ARTICLE') && closest) {
    return {
      operation: 'UPDATE_ARTICLE',
      article: closest,
      reason: limited(`New articles were not allowed here, so this changes the nearest one, "${closest.title}".`),
    };
  }
  return {
    operation: 'DO_NOTHING',
    article: null,
    reason: limited('That was not allowed here, so nothing was written.'),
  };
}

function chooseFreely({ related, waiting, fromSameSource, hasNewQuestions }: Known): Decision {
  const saysIt = related.find(saysAll);
  if (saysIt && !hasNewQuestions) {
    return nothing(
      saysIt,
      `The article "${saysIt.article.title}" says the same (${percent(saysIt.similarity)} alike).`,
    );
  }
  const drafted = waiting.find(saysAll);
  if (drafted) return nothing(drafted, `A draft that waits for review says the same: "${drafted.article.title}".`);
  if (saysIt) {
    return update(
      saysIt.article,
      `The article "${saysIt.article.title}" says this, but customers ask for it in other words.`,
    );
  }
  if (fromSameSource) {
    return update(fromSameSource, `The source has changed since the article "${fromSameSource.title}" came of it.`);
  }
  const same = related.find(isSameMatter);
  if (same && same.contradictions.length > 0) {
    return update(
      same.article,
      `The article "${same.article.title}" answers the same and says otherwise in ${count(same.contradictions.length)}.`,
    );
  }
  if (same)
    return update(same.article, `The article "${same.article.title}" is about the same and lacks some of this.`);
  const [near] = related;
  const beside = near ? ` The nearest is "${near.article.title}" (${percent(near.similarity)} alike).` : '';
  return { operation: 'ADD_ARTICLE_TO_FOLDER', article: null, reason: `No live article answers this.${beside}` };
}

const nothing = ({ article }: Related, reason: string): Decision => ({ operation: 'DO_NOTHING', article, reason });
const update = (article: KnownArticle, reason: string): Decision => ({ operation: 'UPDATE_ARTICLE', article, reason });
const percent = (share: number) => `${Math.round(share * 100)} %`;
const count = (n: number) => (n === 1 ? 'one place' : `${n} places`);
