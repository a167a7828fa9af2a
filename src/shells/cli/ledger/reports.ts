import { ReadoutError } from '../../../model/errors.ts'
import type { Issue } from '../../../model/index.ts'
import { type Reader, type Report, readJsonLines } from '../../../read.ts'
import type { InputLine } from '../batch.ts'
import { openInput, openStream } from '../input.ts'
import { entriesOf } from './feed.ts'
import { mayBeFeed, type Source } from './sources.ts'

/** What is known of a report besides its text, by the number it goes under through the threads. */
export interface Origin {
  readonly name: string
  /** The id that JSON Lines give an article. */
  readonly sourceId?: string
  /** What could not be settled when it was received. */
  readonly issues: readonly Issue[]
}

export interface Reports {
  readonly lines: AsyncGenerator<InputLine>
  /** What is known of a report that is under way. */
  readonly known: (line: number) => Origin
  /** The same, for the last time. */
  readonly origin: (line: number) => Origin
}

export interface Defaults {
  readonly date?: string
  readonly publisher?: string
  /** Fetch from this machine and private networks too. */
  readonly local?: boolean
}

/** Gives reports their numbers, and keeps what is known of each until its answer comes back. */
function numbering(defaults: Defaults) {
  const origins = new Map<number, Origin>()
  let count = 0
  return {
    report: (report: Report, origin: Origin): InputLine => {
      origins.set(++count, origin)
      return { line: count, report: withDefaults(report, defaults) }
    },
    failure: (name: string, error: unknown): InputLine => {
      origins.set(++count, { name, issues: [] })
      const code = error instanceof ReadoutError ? error.code : 'internal'
      return { line: count, error: { code, message: (error as Error).message } }
    },
    known: (line: number): Origin => origins.get(line) ?? { name: String(line), issues: [] },
    origin: (line: number): Origin => {
      const found = origins.get(line) ?? { name: String(line), issues: [] }
      origins.delete(line)
      return found
    },
  }
}

type Numbering = ReturnType<typeof numbering>

/** JSON Lines, each line a report. */
async function* linesOf(name: string, numbers: Numbering): AsyncGenerator<InputLine> {
  for await (const line of readJsonLines(openStream([name]))) {
    const at = `${name}:${line.line}`
    if ('error' in line) yield numbers.failure(at, line.error)
    else {
      const { id } = line.report
      yield numbers.report(line.report, { name: at, issues: [], ...(id === undefined ? {} : { sourceId: id }) })
    }
  }
}

/** Every report of every source as a numbered line, so that threads can read them and answers come back in order. */
export function reportsOf(sources: Iterable<Source>, reader: () => Reader, defaults: Defaults): Reports {
  const numbers = numbering(defaults)
  const hinted = defaults.date === undefined ? {} : { dateIfNone: defaults.date }
  async function* one(name: string, feeds: boolean): AsyncGenerator<InputLine> {
    const { bytes, hints } = await openInput(name, defaults.local)
    const entries = feeds && mayBeFeed(name) ? await entriesOf(bytes) : null
    if (entries) {
      for (const { address } of entries) yield* safely(address, one(address, false))
      return
    }
    const { document, issues } = await reader().receive(bytes, { ...hints, ...hinted })
    const { text, title, publisher, url, publishedAt } = document
    yield numbers.report(given({ text, title, publisher, url, publishedAt }), { name, issues })
  }
  /** What cannot be opened is told in its place, and the rest goes on. */
  async function* safely(name: string, lines: AsyncGenerator<InputLine>): AsyncGenerator<InputLine> {
    try {
      yield* lines
    } catch (error) {
      yield numbers.failure(name, error)
    }
  }
  async function* all(): AsyncGenerator<InputLine> {
    for (const { name, kind } of sources)
      yield* safely(name, kind === 'lines' ? linesOf(name, numbers) : one(name, true))
  }
  return { lines: all(), known: numbers.known, origin: numbers.origin }
}

const given = (report: { readonly [K in keyof Report]: Report[K] | undefined }): Report =>
  Object.fromEntries(Object.entries(report).filter(([, value]) => value !== undefined)) as unknown as Report

const withDefaults = (report: Report, { publisher }: Defaults): Report =>
  publisher === undefined || report.publisher ? report : { ...report, publisher }
