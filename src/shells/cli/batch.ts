import { publicAnalysis } from '../../export/analysis.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Reader, ReadingOptions, Report } from '../../read.ts'

/** A line of JSON Lines input, what is wrong with it, or that it need not be read. */
export type InputLine =
  | { readonly line: number; readonly report: Report }
  | { readonly line: number; readonly skipped: true }
  | { readonly line: number; readonly error: { code: string; message: string } }

export interface Task {
  readonly command: 'read' | 'analyse'
  readonly lines: readonly InputLine[]
  /** Publication date for documents that give none. */
  readonly date?: string
  /** Records with a lower score are left out. */
  readonly minScore?: number
}

/** One JSON line out for each line in, in their order; `failed` where it tells an error, `skipped` where nothing was read. */
export interface OutputLine {
  readonly line: number
  readonly json: string
  readonly skipped?: true
  readonly failed?: { code: string; message: string }
}

function failure(line: number, error: { code: string; message: string }): OutputLine {
  return { line, json: JSON.stringify({ line, error }), failed: error }
}

function answer(reader: Reader, task: Task, report: Report): unknown {
  const dated = task.date === undefined ? report : { ...report, dateIfNone: task.date }
  const { minScore } = task
  const options: ReadingOptions = minScore === undefined ? {} : { minScore }
  const made = task.command === 'read' ? reader.read(dated, options) : publicAnalysis(reader.analyse(dated))
  return report.id === undefined ? made : { ...made, input: report.id }
}

/** Reads the reports of one task. A report that cannot be read is told in its place, and the rest goes on. */
export function runTask(reader: Reader, task: Task): OutputLine[] {
  return task.lines.map((input) => {
    if ('error' in input) return failure(input.line, input.error)
    if ('skipped' in input) return { line: input.line, json: '', skipped: true }
    try {
      return { line: input.line, json: JSON.stringify(answer(reader, task, input.report)) }
    } catch (error) {
      const code = error instanceof ReadoutError ? error.code : 'internal'
      return failure(input.line, { code, message: (error as Error).message })
    }
  })
}
