import { z } from 'zod'
import { ReadoutError } from '../model/errors.ts'
import type { Report } from './report.ts'

/** One line of the input: a report, or what is wrong with the line. Lines count from 1; blank ones are passed over. */
export type Line =
  | { readonly line: number; readonly report: Report }
  | { readonly line: number; readonly error: ReadoutError; readonly id?: string }

/** A longer line is refused, so that an input without line ends cannot fill the memory. In bytes. */
export const LONGEST_LINE = 64 * 1024 * 1024

const LF = 0x0a
const optional = z.string().nullish()
const Row = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  title: optional,
  publisher: optional,
  url: optional,
  publishedAt: optional,
})

/** The lines of a stream of bytes, without their ends; `null` for one that is too long. Holds one line at a time. */
async function* splitLines(bytes: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = []
  let length = 0
  const add = (part: Uint8Array): void => {
    length += part.length
    if (length > longest) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const take = (): Uint8Array | null => {
    const line = length > longest ? null : Buffer.concat(parts)
    parts = []
    length = 0
    return line
  }
  for await (const chunk of bytes) {
    let from = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      add(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    // The stream may use its buffer again before the line is whole.
    add(chunk.slice(from))
  }
  if (length > 0) yield take()
}

function readRow(line: number, text: string): Line {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    return { line, error: new ReadoutError('input-not-json', `line ${line}: ${(cause as Error).message}`, { cause }) }
  }
  const row = Row.safeParse(json)
  if (!row.success) {
    const problem = z.prettifyError(row.error).replaceAll('\n', ' ')
    const id = (json as { id?: unknown } | null)?.id
    const error = new ReadoutError('input-not-json', `line ${line}: not a report: ${problem}`)
    return { line, error, ...(typeof id === 'string' ? { id } : {}) }
  }
  const { id, text: words, title, publisher, url, publishedAt } = row.data
  const known = Object.entries({ title, publisher, url, publishedAt }).filter(([, value]) => value != null)
  return { line, report: { ...(id == null ? {} : { id: String(id) }), text: words, ...Object.fromEntries(known) } }
}

/** Reports from JSON Lines, one at a time, in constant memory. A line that is none becomes an error with its number. */
export async function* readJsonLines(bytes: AsyncIterable<Uint8Array>, longest = LONGEST_LINE): AsyncGenerator<Line> {
  let number = 0
  for await (const line of splitLines(bytes, longest)) {
    number++
    if (line === null) {
      const message = `line ${number}: longer than ${longest} bytes; each report must stand on a line of its own`
      yield { line: number, error: new ReadoutError('input-too-large', message) }
      continue
    }
    const decoded = new TextDecoder('utf-8', { ignoreBOM: number > 1 }).decode(line)
    if (decoded.trim() !== '') yield readRow(number, decoded)
  }
}
