import { createHash } from 'node:crypto'
import type { Actor, ActorType, Links, Reading, ReadoutRecord, Span } from '../../src/model/index.ts'

/** An actor as a test writes it: name, type, other names, identifiers. */
export type ActorSketch = readonly [name: string, type: ActorType, aliases?: readonly string[], links?: Links]

/** A record as a test writes it: its words (found in the text) and its fields; actors by their key. */
export type RecordSketch = { readonly kind: ReadoutRecord['kind']; readonly words: string } & Record<string, unknown>

export interface Report {
  readonly text: string
  readonly publisher?: string
  readonly title?: string
  readonly url?: string
  readonly publishedAt?: string
  readonly reader?: string
  readonly actors: Readonly<Record<string, ActorSketch>>
  readonly records: readonly RecordSketch[]
}

const FIELDS: Readonly<Record<ReadoutRecord['kind'], object>> = {
  statement: { speaker: '', hearers: [], cue: null, mode: 'indirect', content: [], channel: null, act: 'say' },
  event: {
    type: 'CONSULT',
    mode: null,
    actors: [],
    recipients: [],
    joint: false,
    about: null,
    means: null,
    orderedBy: null,
  },
  relation: { predicate: 'memberOf', subject: '', object: null, role: null, ended: false },
  agreement: { name: '', parties: [], scope: [], excludes: [], status: 'signed' },
  dependency: { relation: 'requires' },
  estimate: { of: null, measure: 'people', low: null, high: null, unit: null, approximate: false },
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" is not in the text`)
  return { start, end: start + words.length }
}

/** `2031-02-07` → that day; `[start, end]` → a time. */
function timeOf(when: unknown) {
  if (when === undefined) return null
  const [start, end] = Array.isArray(when) ? (when as [string | null, string | null]) : [when as string, when as string]
  return { start, end, text: 'then', precision: 'day' as const }
}

export function makeReading(report: Report): Reading {
  const { text } = report
  const actors: Actor[] = Object.entries(report.actors).map(([id, [name, type, aliases = [], links]]) => ({
    id,
    name,
    type,
    aliases,
    mentions: text.includes(name) ? [spanOf(text, name)] : [],
    ...(links ? { links } : {}),
  }))
  const records = report.records.map(({ kind, words, when, antecedent, consequent, content, ...fields }, k) => ({
    id: `r${k + 1}`,
    kind,
    evidence: [spanOf(text, words)],
    rule: 'test',
    time: timeOf(when),
    place: null,
    polarity: 'affirmed',
    certainty: 'certain',
    realis: 'actual',
    sources: [],
    cues: [],
    ...FIELDS[kind],
    ...(content === undefined ? {} : { content: [spanOf(text, content as string)] }),
    ...(antecedent === undefined ? {} : { antecedent: { text: spanOf(text, antecedent as string) } }),
    ...(consequent === undefined ? {} : { consequent: { text: spanOf(text, consequent as string) } }),
    ...fields,
  })) as unknown as ReadoutRecord[]
  const { publisher, title, url, publishedAt } = report
  return {
    readout: '1',
    reader: { name: 'readout', version: report.reader ?? '1', model: 'm', vocabulary: 'v' },
    document: {
      id: createHash('sha256').update(text).digest('hex'),
      language: 'en',
      text,
      ...(publisher ? { publisher } : {}),
      ...(title ? { title } : {}),
      ...(url ? { url } : {}),
      ...(publishedAt ? { publishedAt } : {}),
    },
    actors,
    records,
    issues: [],
  }
}
