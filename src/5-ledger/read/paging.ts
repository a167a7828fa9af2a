import { ReadoutError } from '../../model/index.ts'

interface Paging {
  readonly limit?: number
  readonly offset?: number
}

/** Throws `usage` where a page has no size or no place: the stores and JavaScript each understand it otherwise. */
export function checkPage(query: Paging): void {
  for (const name of ['limit', 'offset'] as const) {
    const value: unknown = query[name]
    if (value !== undefined && !(Number.isSafeInteger(value) && (value as number) >= 0))
      throw new ReadoutError('usage', `${name} is a whole number from 0 on, not ${String(value).slice(0, 40)}`)
  }
}
