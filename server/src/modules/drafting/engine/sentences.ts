const MOST = 400;
/** A full stop after a digit or an abbreviation ends no sentence. */
const BORDER =
  /(?<=[.!?])(?<!\b(?:\d{1,2}|z|B|bzw|ca|ggf|inkl|e\.g|i\.e|No|Nr|St|Dr|u\.a|d\.h)\.)\s+(?=[\p{Lu}\d„"(*])|\n+/u;

/** The sentences of a Markdown text, without marks of lists and headings; a line of a list or table is one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(BORDER)
    .map((sentence) => sentence.replace(/^\s*(?:[-*+]|\d{1,3}[.)]|#{1,6}|>)\s+/, '').trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
    .slice(0, MOST);
}
