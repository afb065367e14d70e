const LONGEST_QUESTION = 250;
const MARKUP = /[*_`#>]+/g;
const ASKS = /^(?:q|f|question|frage)\s*\d*\s*[:.)]\s*/i;
const ANSWERS = /^(?:a|answer|antwort)\s*\d*\s*[:.)]\s+/i;
const NUMBERING = /^(?:\d{1,3}|[a-z])[.)]\s+/i;
const QUESTION_WORDS =
  /^(?:how|what|when|where|why|who|which|can|could|do|does|is|are|may|should|will|wie|was|wann|wo|warum|wieso|weshalb|wer|wen|wem|welche[rsmn]?|kann|können|darf|muss|ist|sind|gibt|habe|brauche|wofür|womit|wohin|woher)\s/iu;
const FEWEST_WORDS = 3;

/** A line without Markdown, numbering and `Q:`. */
export const plainLine = (text: string): string =>
  text.replace(MARKUP, '').trim().replace(ASKS, '').replace(NUMBERING, '').trim();

/** Whether a paragraph is a question and nothing else: `How long does it take?`, `**Q: …**`. */
export function isQuestion(text: string): boolean {
  const line = text.replace(MARKUP, '').trim();
  if (line.includes('\n') || line.length > LONGEST_QUESTION) return false;
  return /[?？]$/.test(line) || (ASKS.test(line) && line.length > 3);
}

/** Headings often ask without a question mark: `How to block a card`. */
export function isAskingHeading(heading: string): boolean {
  const line = plainLine(heading);
  return isQuestion(line) || (QUESTION_WORDS.test(line) && line.split(/\s+/).length >= FEWEST_WORDS);
}

/** Without `A:` before it. */
export const withoutAnswerMark = (text: string): string => text.replace(ANSWERS, '');

/**
 * A block that holds several questions with their answers line by line (`Q: …`, `A: …`) as one block each; any other block
 * as it is.
 */
export function splitQuestionLines(block: string): string[] {
  const lines = block.split('\n');
  if (lines.length < 2 || !lines.some((line) => isQuestion(line))) return [block];
  const parts: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isQuestion(line)) parts.push(line);
    else if (isOpen) parts[parts.length - 1] += `\n${line}`;
    else parts.push(line);
    isOpen = !isQuestion(line);
  }
  return parts;
}
