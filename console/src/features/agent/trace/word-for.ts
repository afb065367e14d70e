/** A word of a trace in the reader's language; one that the console does not know stays as it is. */
export const wordFor = (words: Record<string, string>, word: string): string => words[word] ?? word;
