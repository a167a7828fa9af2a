import { z } from 'zod'
import { ReadoutError } from '../model/errors.ts'
import type { DataSource } from './source.ts'

/** A fault in a file of data/; the message names the file by its path. */
export const invalid = (source: DataSource, file: string, what: string, options?: ErrorOptions): ReadoutError =>
  new ReadoutError('vocabulary-invalid', `${source.path(file)}: ${what}`, options)

/** The rows of a file of data/, each checked against `row`; the error names the file, the row and what is wrong. */
export function checkRows<T extends z.ZodType>(source: DataSource, file: string, row: T): z.infer<T>[] {
  const rows = source.rows(file)
  if (!Array.isArray(rows)) throw invalid(source, file, 'must be a list of rows')
  const seen = new Set<unknown>()
  return rows.map((raw: unknown, index) => {
    const id = (raw as { id?: unknown } | null)?.id
    const name = typeof id === 'string' ? id : `row ${index + 1}`
    if (typeof id === 'string' && seen.has(id)) throw invalid(source, file, `${name}: the id stands twice`)
    seen.add(id)
    const checked = row.safeParse(raw)
    if (!checked.success)
      throw invalid(source, file, `${name}: ${z.prettifyError(checked.error).replaceAll('\n', ' ')}`)
    return checked.data
  })
}
