/** Maps 32-bit hashes to small integers: open addressing in two typed arrays, made once from sorted or unsorted keys. */
export interface HashTable {
  /** Position of the key in the list that the table was made from, or -1. */
  find(key: number): number
}

export function makeHashTable(keys: Uint32Array): HashTable {
  let size = 16
  while (size < keys.length * 2) size *= 2
  const mask = size - 1
  // A slot holds position + 1; 0 is empty.
  const slots = new Uint32Array(size)
  for (let position = 0; position < keys.length; position++) {
    const key = keys[position]!
    let at = (key ^ (key >>> 15)) & mask
    while (slots[at] !== 0) at = (at + 1) & mask
    slots[at] = position + 1
  }
  return {
    find(key) {
      let at = (key ^ (key >>> 15)) & mask
      for (let slot = slots[at]!; slot !== 0; slot = slots[at]!) {
        if (keys[slot - 1] === key) return slot - 1
        at = (at + 1) & mask
      }
      return -1
    },
  }
}
