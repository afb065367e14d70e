import { type Categorizer, createCategorizer } from './categorizer.ts';

let categorizer: Categorizer | undefined;

/** The categorizer of this process: its index is loaded at the first use, and once. */
export const getCategorizer = (): Categorizer => (categorizer ??= createCategorizer());
