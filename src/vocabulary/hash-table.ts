/** Maps signed 32-bit hashes to their positions in a list: open addressing, key and position side by side. */
export interface HashTable {
  /** Position of the key in the list that the table was made from, or -1. */
  find(key: number): number
}

export function makeHashTable(keys: Int32Array): HashTable {
  let size = 16
  while (size < keys.length * 2) size *= 2
  const mask = size - 1
  // Slot s holds a key at 2s and its position + 1 at 2s + 1; 0 there is empty.
  const slots = new Int32Array(size * 2)
  for (let position = 0; position < keys.length; position++) {
    const key = keys[position]!
    let slot = (key ^ (key >>> 15)) & mask
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
    slots[2 * slot] = key
    slots[2 * slot + 1] = position + 1
  }
  return {
    find(key) {
      let slot = (key ^ (key >>> 15)) & mask
      for (let found = slots[2 * slot + 1]!; found !== 0; found = slots[2 * slot + 1]!) {
        if (slots[2 * slot] === key) return found - 1
        slot = (slot + 1) & mask
      }
      return -1
    },
  }
}
