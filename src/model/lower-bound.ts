/** Index of the first item that is not `before`; of items in an order in which those that are come first. */
export function lowerBound<T>(items: readonly T[], before: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(items[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
