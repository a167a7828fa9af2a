import { type ErrorCode, ReadoutError } from '../../model/errors.ts'
import type { Hints, Reader, Report } from '../../read.ts'

/** One report to be read in a thread: as its text, or as the bytes of a page, a PDF or a text. */
export type ReadingTask =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly hints: Hints }

/** The reading as JSON: text crosses between threads cheaper than an object, and goes out as it is. */
export type ReadingResult =
  | { readonly json: string }
  | { readonly error: { readonly code: ErrorCode | 'internal'; readonly message: string } }

export async function runReading(reader: Reader, task: ReadingTask): Promise<ReadingResult> {
  try {
    if (task.kind === 'report') return { json: JSON.stringify(reader.read(task.report)) }
    return { json: JSON.stringify(reader.readReceived(await reader.receive(task.bytes, task.hints))) }
  } catch (error) {
    const code = error instanceof ReadoutError ? error.code : 'internal'
    return { error: { code, message: (error as Error).message } }
  }
}
