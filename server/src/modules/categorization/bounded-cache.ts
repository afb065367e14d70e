/**
 * Remembers what was worked out for a text; forgets everything when it is full. Statements repeat few partners and
 * booking texts very often, so that forgetting all is rare and cheap.
 */
export const createBoundedCache = <Value>(limit: number, compute: (key: string) => Value): ((key: string) => Value) => {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const value = compute(key);
    known.set(key, value);
    return value;
  };
};
