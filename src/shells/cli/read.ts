import { ReadoutError } from '../../model/errors.ts'
import { createReader, type Reader, type Received } from '../../read.ts'
import { complain, DONE, statusOf } from './errors.ts'
import type { AnalysisFormat, ReadingFormat } from './format-names.ts'
import { EXTENSIONS, type Look, renderAnalysis, renderReading, renderReasons } from './formats.ts'
import { openInput } from './input.ts'
import { openOutput } from './output.ts'
import { runMany } from './run-many.ts'

interface CommonOptions {
  readonly date?: string
  readonly out?: string
  readonly jsonl?: boolean
  readonly threads: number
  readonly local?: boolean
}
export type ReadOptions = CommonOptions & {
  readonly format?: ReadingFormat
  readonly minScore?: number
  readonly why?: boolean
}
export type AnalyseOptions = CommonOptions & { readonly format?: AnalysisFormat; readonly tokens?: boolean }

const look = (): Look => ({
  colour: process.env.FORCE_COLOR
    ? process.env.FORCE_COLOR !== '0'
    : Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  width: process.stdout.columns ?? 100,
})

/** Reads each input in turn; one that fails is told, and the rest goes on. */
async function eachInput(
  inputs: readonly string[],
  options: CommonOptions,
  reader: Reader,
  work: (received: Received, name: string) => Promise<void>,
): Promise<number> {
  let status = DONE
  for (const name of inputs) {
    try {
      const { bytes, hints } = await openInput(name, options.local)
      const received = await reader.receive(bytes, {
        ...hints,
        ...(options.date === undefined ? {} : { dateIfNone: options.date }),
      })
      await work(received, name)
    } catch (error) {
      complain(error, name === '-' ? undefined : name)
      status = Math.max(status, statusOf(error))
    }
  }
  return status
}

export async function read(inputs: readonly string[], options: ReadOptions): Promise<number> {
  if (options.jsonl && options.why) throw new ReadoutError('usage', '--why cannot be used with --jsonl')
  if (options.jsonl) return runMany(inputs, { command: 'read', ...options })
  const { minScore, why } = options
  if (why && options.format) throw new ReadoutError('usage', '--why prints reasons, not a reading: leave --format away')
  const format = options.format ?? (process.stdout.isTTY || options.out || why ? 'brief' : 'jsonl')
  const reader = createReader()
  const output = openOutput(options.out)
  return eachInput(inputs, options, reader, async (received) => {
    const explained = reader.explain(received, minScore === undefined ? {} : { minScore })
    const shown = options.out ? { colour: false, width: 100 } : look()
    const text = why ? renderReasons(explained, shown) : renderReading(explained.reading, format, shown)
    await output.write(received.document.id, EXTENSIONS[format], text)
  })
}

export async function analyse(inputs: readonly string[], options: AnalyseOptions): Promise<number> {
  if (options.jsonl) return runMany(inputs, { command: 'analyse', ...options })
  const format = options.format ?? (process.stdout.isTTY ? 'conllu' : 'jsonl')
  const reader = createReader()
  const output = openOutput(options.out)
  if (!options.tokens) {
    return eachInput(inputs, options, reader, async (received) => {
      const analysis = reader.analyseReceived(received)
      await output.write(
        received.document.id,
        EXTENSIONS[format],
        format === 'conllu' ? reader.toConllu(analysis) : renderAnalysis(analysis, format),
      )
    })
  }
  let status = DONE
  for (const name of inputs) {
    try {
      const text = new TextDecoder().decode((await openInput(name, options.local)).bytes)
      await output.write(
        name,
        EXTENSIONS[format],
        format === 'conllu' ? reader.parseConllu(text) : renderAnalysis(reader.analyseConllu(text), format),
      )
    } catch (error) {
      complain(error, name === '-' ? undefined : name)
      status = Math.max(status, statusOf(error))
    }
  }
  return status
}
