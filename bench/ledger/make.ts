import { createHash } from 'node:crypto'
import type { Actor, Reading, ReadoutRecord, Span } from '../../src/model/index.ts'
import { type Inhabitant, lots, peopled, pick } from './world.ts'

export const RECORDS_EACH = 50
export const DAYS = 1461
const FIRST_DAY = Date.parse('2031-01-01')
const PUBLISHERS = 60

export const dayOf = (k: number): string => new Date(FIRST_DAY + k * 86_400_000).toISOString().slice(0, 10)

const DEEDS = [
  ['CONSULT', 'met delegates of'],
  ['ACCUSE', 'accused'],
  ['AID', 'sent grain and medicine to'],
  ['ASSAULT', 'shelled positions of'],
  ['SANCTION', 'froze the accounts of'],
  ['THREATEN', 'threatened to close the pass to'],
  ['REQUEST', 'asked for passage from'],
  ['RETREAT', 'pulled its guards back from the border with'],
] as const
const TIES = [
  ['alliedWith', 'is allied with'],
  ['memberOf', 'belongs to'],
  ['opposes', 'stands against'],
  ['backs', 'backs'],
  ['holdsOffice', 'serves as envoy to'],
] as const
const STATUSES = ['discussed', 'agreed in principle', 'signed', 'suspended'] as const
const MATTERS = 'the salt road,river tolls,the northern pass,fishing rights,grain prices,the prisoner lists'.split(',')

/** What happened in the generated world: several reports tell the same. */
interface Fact {
  readonly kind: ReadoutRecord['kind']
  readonly turn: number
  readonly first: number
  readonly second: number
  readonly day: number
  readonly figure: number
}

/** Of twenty records of a report: nine events, five statements, two relations, two estimates, an agreement, a dependency. */
const KINDS: readonly ReadoutRecord['kind'][] = [
  ...Array<'event'>(9).fill('event'),
  ...Array<'statement'>(5).fill('statement'),
  'relation',
  'relation',
  'estimate',
  'estimate',
  'agreement',
  'dependency',
]

function factOf(seed: number, day: number, people: number): Fact {
  const lot = lots(seed)
  const first = pick(lot, people)
  const second = (first + 1 + pick(lot, people - 1)) % people
  return { kind: KINDS[lot(KINDS.length)]!, turn: lot(1000), first, second, day, figure: 10 * (1 + lot(90)) }
}

/** A text as it is written, sentence by sentence. */
class Page {
  text = ''
  add(sentence: string): Span {
    const start = this.text.length
    this.text += `${sentence}. `
    return { start, end: start + sentence.length }
  }
}

const span = (text: string, within: Span, words: string): Span => {
  const start = text.indexOf(words, within.start)
  return { start, end: start + words.length }
}

interface Telling {
  readonly page: Page
  readonly people: readonly Inhabitant[]
  readonly idOf: (person: number) => string
  /** Differs from report to report: one in ten gives another figure or denies. */
  readonly slant: number
  readonly id: string
  readonly last: string | null
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one short case for each kind
function tell(fact: Fact, { page, people, idOf, slant, id, last }: Telling): ReadoutRecord {
  const [one, other] = [people[fact.first]!.name, people[fact.second]!.name]
  const [a, b] = [idOf(fact.first), idOf(fact.second)]
  const matter = MATTERS[fact.turn % MATTERS.length]!
  const date = dayOf(fact.day)
  const denied = slant === 0
  const common = (evidence: Span, dated: boolean) => ({
    id,
    evidence: [evidence],
    rule: 'bench',
    time: dated ? { start: date, end: date, text: date, precision: 'day' as const } : null,
    place: null,
    polarity: denied ? ('denied' as const) : ('affirmed' as const),
    certainty: slant < 7 ? ('certain' as const) : ('probable' as const),
    realis: 'actual' as const,
    sources: slant % 3 === 1 ? [b] : [],
    cues: [],
  })
  switch (fact.kind) {
    case 'event': {
      const [type, words] = DEEDS[fact.turn % DEEDS.length]!
      const evidence = page.add(`${one} ${denied ? 'never ' : ''}${words} ${other} on ${date} over ${matter}`)
      const fields = { kind: 'event' as const, type, mode: null, actors: [a], recipients: [b], joint: false }
      return { ...common(evidence, fact.turn % 5 > 0), ...fields, about: null, means: null, orderedBy: null }
    }
    case 'statement': {
      const said = `${matter} would be settled with ${other} by post number ${fact.turn}`
      const evidence = page.add(`${one} said that ${said}`)
      const content = [span(page.text, evidence, said)]
      const fields = { kind: 'statement' as const, speaker: a, hearers: [b], mode: 'indirect' as const, channel: null }
      return { ...common(evidence, false), ...fields, cue: span(page.text, evidence, 'said'), content, act: 'say' }
    }
    case 'relation': {
      const [predicate, words] = TIES[fact.turn % TIES.length]!
      const evidence = page.add(`${one} ${denied ? 'no longer ' : ''}${words} ${other} since ${date}`)
      const end = fact.turn % 3 === 0 ? dayOf(fact.day + 30 + (fact.turn % 300)) : null
      const time = { start: date, end, text: date, precision: 'day' as const }
      const fields = { kind: 'relation' as const, predicate, subject: a, object: b, role: null, ended: false }
      return { ...common(evidence, true), ...fields, time }
    }
    case 'estimate': {
      const figure = fact.figure + (denied ? fact.figure : 0)
      const evidence = page.add(`${one} lost ${figure} fighters on ${date} near ${matter}`)
      const fields = { kind: 'estimate' as const, of: a, measure: 'fighters lost', low: figure, high: figure }
      return { ...common(evidence, true), polarity: 'affirmed', ...fields, unit: null, approximate: false }
    }
    case 'agreement': {
      const status = STATUSES[fact.turn % STATUSES.length]!
      const evidence = page.add(`The accord of ${one} and ${other} on ${matter} was ${status} on ${date}`)
      const fields = { kind: 'agreement' as const, name: `accord on ${matter}`, parties: [a, b], status }
      return { ...common(evidence, true), ...fields, scope: ['political' as const], excludes: [] }
    }
    case 'dependency': {
      const [before, after] = [`the pullback of ${one}`, `the opening of ${matter}`]
      const evidence = page.add(`${after[0]!.toUpperCase()}${after.slice(1)} to ${other} hangs on ${before}`)
      const end = (words: string, record: string | null) => ({
        text: span(page.text, evidence, words),
        ...(record === null ? {} : { record }),
      })
      const ends = { antecedent: end(before, last), consequent: end(after.slice(1), null) }
      return { ...common(evidence, false), kind: 'dependency', relation: 'requires', ...ends }
    }
  }
}

export interface World {
  readonly people: readonly Inhabitant[]
  readonly reports: number
  readonly report: (n: number) => Reading
}

/** A world of which `records` are told, 50 a report, over four years; the same on every machine. */
export function makeWorld(records: number): World {
  const reports = Math.max(1, Math.round(records / RECORDS_EACH))
  const people = peopled(Math.max(200, Math.round(records / 50)))
  return { people, reports, report: (n) => reportOf(n, reports, people) }
}

function reportOf(n: number, reports: number, people: readonly Inhabitant[]): Reading {
  const lot = lots(n + 1)
  const day = Math.floor((n * DAYS) / reports)
  const page = new Page()
  const ids = new Map<number, string>()
  const idOf = (person: number): string => {
    if (!ids.has(person)) ids.set(person, `a${ids.size + 1}`)
    return ids.get(person)!
  }
  const records: ReadoutRecord[] = []
  // Three reports in a row tell of the same matters in part: a third of what one tells, the next two tell too.
  for (let k = 0; k < RECORDS_EACH; k++) {
    const shared = k % 3 === 0
    const seed = shared ? 1_000_003 * (1 + Math.floor(n / 3)) + k : 7_368_787 * (n + 1) + k
    const told = factOf(seed, shared ? Math.floor((3 * Math.floor(n / 3) * DAYS) / reports) : day, people.length)
    const last = records.findLast((r) => r.kind === 'event')?.id ?? null
    records.push(tell(told, { page, people, idOf, slant: lot(10), id: `r${k + 1}`, last }))
  }
  const actors: Actor[] = [...ids].map(([person, id]) => ({
    id,
    ...people[person]!,
    aliases: [],
    mentions: [span(page.text, { start: 0, end: 0 }, people[person]!.name)],
  }))
  const text = page.text.trimEnd()
  return {
    readout: '1',
    reader: { name: 'readout', version: '1', model: 'bench', vocabulary: 'bench' },
    document: {
      id: createHash('sha256').update(text).digest('hex'),
      language: 'en',
      text,
      title: `Report ${n} from the passes`,
      publisher: `${people[n % PUBLISHERS]!.name} Courier`,
      url: `https://courier.example/${n}`,
      publishedAt: dayOf(day),
    },
    actors,
    records,
    issues: [],
  }
}
