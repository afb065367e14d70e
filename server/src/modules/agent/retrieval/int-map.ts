/** Whole numbers to places, as two typed arrays (open addressing): a tenth of a Map's memory, and bytes when stored. Plain data. */
export interface IntMap {
  keys: Int32Array;
  /** What a key stands for plus one; 0 where the slot is free. */
  values: Int32Array;
  size: number;
}

const SMALLEST = 16;
/** A table is made twice as large when it is fuller than this. */
const FULLEST = 0.7;

export const emptyIntMap = (): IntMap => ({
  keys: new Int32Array(SMALLEST),
  values: new Int32Array(SMALLEST),
  size: 0,
});

export const copyIntMap = ({ keys, values, size }: IntMap): IntMap => ({
  keys: keys.slice(),
  values: values.slice(),
  size,
});

/** What a key stands for; -1 when it is not there. */
export function placeOf({ keys, values }: IntMap, key: number): number {
  return (values[slotOf(keys, values, key)] as number) - 1;
}

/** What a key stands for; a new one gets the next number, beginning with 0. Changes `map`. */
export function placeOrNext(map: IntMap, key: number): number {
  const slot = slotOf(map.keys, map.values, key);
  const known = map.values[slot] as number;
  if (known !== 0) return known - 1;
  map.keys[slot] = key;
  map.size += 1;
  map.values[slot] = map.size;
  if (map.size > FULLEST * map.keys.length) enlarge(map);
  return map.size - 1;
}

/** The slot of a key, or the free one where it belongs. */
function slotOf(keys: Int32Array, values: Int32Array, key: number): number {
  const mask = keys.length - 1;
  let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
  while (values[slot] !== 0 && keys[slot] !== (key | 0)) slot = (slot + 1) & mask;
  return slot;
}

function enlarge(map: IntMap): void {
  const keys = new Int32Array(2 * map.keys.length);
  const values = new Int32Array(keys.length);
  for (let slot = 0; slot < map.keys.length; slot++) {
    const value = map.values[slot] as number;
    if (value === 0) continue;
    const key = map.keys[slot] as number;
    const free = slotOf(keys, values, key);
    keys[free] = key;
    values[free] = value;
  }
  map.keys = keys;
  map.values = values;
}
