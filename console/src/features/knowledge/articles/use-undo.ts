/** Says what was done, and offers to take it back. */
export const useUndo = () => (_text: string, _undo: () => Promise<unknown>) => undefined;
