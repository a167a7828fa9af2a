import { z } from 'zod'
import { ReadoutError } from '../model/errors.ts'
import type { DataSource } from './source.ts'

/** The rows of a file of data/, each checked against `row`; the error names the file, the row and what is wrong. */
export function checkRows<T extends z.ZodType>(source: DataSource, file: string, row: T): z.infer<T>[] {
  const rows = source.rows(file)
  const invalid = (message: string) => new ReadoutError('vocabulary-invalid', `data/${file}: ${message}`)
  if (!Array.isArray(rows)) throw invalid('must be a list of rows')
  const seen = new Set<unknown>()
  return rows.map((raw: unknown, index) => {
    const id = (raw as { id?: unknown } | null)?.id
    const name = typeof id === 'string' ? id : `row ${index + 1}`
    if (typeof id === 'string' && seen.has(id)) throw invalid(`${name}: the id stands twice`)
    seen.add(id)
    const checked = row.safeParse(raw)
    if (!checked.success) throw invalid(`${name}: ${z.prettifyError(checked.error).replaceAll('\n', ' ')}`)
    return checked.data
  })
}
