import { ReadoutError } from '../../../model/errors.ts'
import type { Issue } from '../../../model/index.ts'
import { type Reader, type Report, readJsonLines } from '../../../read.ts'
import type { InputLine } from '../batch.ts'
import { isUrl, openInput, openStream } from '../input.ts'
import { articlesOf } from './feed.ts'
import type { Source } from './sources.ts'

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
  readonly origin: (line: number) => Origin
}

export interface Defaults {
  readonly date?: string
  readonly publisher?: string
}

/** Every report of every source as a numbered line, so that threads can read them and answers come back in order. */
export function reportsOf(sources: AsyncIterable<Source>, reader: () => Reader, defaults: Defaults): Reports {
  const origins = new Map<number, Origin>()
  let count = 0
  const number = (report: Report, origin: Origin): InputLine => {
    origins.set(++count, origin)
    return { line: count, report: withDefaults(report, defaults) }
  }
  const failed = (name: string, error: unknown): InputLine => {
    origins.set(++count, { name, issues: [] })
    const code = error instanceof ReadoutError ? error.code : 'internal'
    return { line: count, error: { code, message: (error as Error).message } }
  }
  async function* one(name: string): AsyncGenerator<InputLine> {
    const { bytes, hints } = await openInput(name)
    const articles = isUrl(name) || name === '-' || /\.(?:xml|rss|atom)$/i.test(name) ? articlesOf(bytes) : null
    if (articles) return yield* each(articles)
    const { document, issues } = await reader().receive(bytes, {
      ...hints,
      ...(defaults.date === undefined ? {} : { publishedAt: defaults.date }),
    })
    const { text, title, publisher, url, publishedAt } = document
    yield number(given({ text, title, publisher, url, publishedAt }), { name, issues })
  }
  async function* each(names: readonly string[]): AsyncGenerator<InputLine> {
    for (const name of names) {
      try {
        yield* one(name)
      } catch (error) {
        yield failed(name, error)
      }
    }
  }
  async function* many(name: string): AsyncGenerator<InputLine> {
    for await (const line of readJsonLines(openStream([name]))) {
      const at = `${name}:${line.line}`
      if ('error' in line) yield failed(at, line.error)
      else
        yield number(line.report, {
          name: at,
          issues: [],
          ...(line.report.id === undefined ? {} : { sourceId: line.report.id }),
        })
    }
  }
  async function* all(): AsyncGenerator<InputLine> {
    for await (const { name, kind } of sources) {
      try {
        yield* kind === 'lines' ? many(name) : each([name])
      } catch (error) {
        yield failed(name, error)
      }
    }
  }
  const origin = (line: number): Origin => {
    const found = origins.get(line) ?? { name: String(line), issues: [] }
    origins.delete(line)
    return found
  }
  return { lines: all(), origin }
}

const given = (report: { readonly [K in keyof Report]: Report[K] | undefined }): Report =>
  Object.fromEntries(Object.entries(report).filter(([, value]) => value !== undefined)) as unknown as Report

const withDefaults = (report: Report, { publisher }: Defaults): Report =>
  publisher === undefined || report.publisher ? report : { ...report, publisher }
