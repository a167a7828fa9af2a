import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Refused } from './refused.ts'
import { moment } from './schemas/filters.ts'

/**
 * Where a list goes on. It carries when its first page was asked: the pages after it are answered as known then, so
 * that nothing that is added meanwhile shifts a row from one page to another.
 */
export interface Cursor {
  readonly offset: number
  readonly known: string
  /** Of the question it belongs to. */
  readonly asked: string
}

const shape = z.strictObject({
  offset: z.number().int().min(1).max(10_000_000),
  known: moment,
  asked: z.string().length(16),
})

export const digest = (asked: unknown): string =>
  createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 16)

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** Throws Refused where the text is no cursor of ours, or one of another question. */
export function readCursor(text: string, asked: string): Cursor {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw new Refused('cursor-invalid', 'the cursor is none that was given out')
  }
  const cursor = shape.safeParse(value)
  if (!cursor.success) throw new Refused('cursor-invalid', 'the cursor is none that was given out')
  if (cursor.data.asked !== asked) throw new Refused('cursor-invalid', 'the cursor belongs to another question')
  return cursor.data
}
