import type { HeldRecord } from '../5-ledger/index.ts'
import { fold } from '../model/index.ts'
import { idsOf, partsOf } from './cite.ts'

/**
 * `fulfilled`: a report has it done; `blocked`: something that stands in its way holds, or it is denied; `pending`:
 * asked, promised, planned, conditional; `unknown`: no record tells of it.
 */
export type NodeState = 'fulfilled' | 'pending' | 'blocked' | 'unknown'

/** What a node is made of. */
export interface Matter {
  readonly text: string
  /** Records of the thing itself that are told as such, not as a condition or an aim. */
  readonly told: readonly HeldRecord[]
  /** Records of it in the words of a condition, an aim, a thing obstructed: they do not say that it came about. */
  readonly supposed: readonly HeldRecord[]
  /** Earliest publication of what speaks of it. */
  readonly since: string
}

export const isDone = ({ record }: HeldRecord): boolean =>
  record.realis === 'actual' &&
  record.polarity === 'affirmed' &&
  (record.certainty === 'certain' || record.certainty === 'probable')

const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id))

const wordsOf = (record: HeldRecord): string => record.evidence.map((q) => q.words).join(' ')
const lastWord = (name: string): string => fold(name).split(' ').at(-1) ?? ''
export const numbersIn = (text: string): string[] => text.match(/\d[\d,.]*/g) ?? []

/** The same ones, or ones described alike and as many: "120 detained fighters", "120 fighters of the Guard". */
function sameOthers(record: HeldRecord, supposed: HeldRecord): boolean {
  const [to, meant] = [partsOf(record, 'recipient'), partsOf(supposed, 'recipient')]
  if (
    overlap(
      to.map((p) => p.actor),
      meant.map((p) => p.actor),
    )
  )
    return true
  const alike = overlap(
    to.map((p) => lastWord(p.name)),
    meant.map((p) => lastWord(p.name)),
  )
  return alike && overlap(numbersIn(wordsOf(record)), numbersIn(wordsOf(supposed)))
}

/** A later record of the same act, by the same ones where both name them, to the same ones: what was supposed is done. */
export function fulfils(record: HeldRecord, supposed: HeldRecord): boolean {
  if (record.kind !== supposed.kind || record.subtype !== supposed.subtype) return false
  const [doing, meant] = [idsOf(record, 'actor'), idsOf(supposed, 'actor')]
  return (doing.length === 0 || meant.length === 0 || overlap(doing, meant)) && sameOthers(record, supposed)
}

/** Beginnings of a text's words of more than three letters: "lift" of "lifted". */
const stems = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((w) => w.length > 3)
    .map((w) => w.slice(0, 4))

const ENOUGH_WORDS = 3
const SHARE = 0.75

/** Told in much the same words of the same ones: "lift its sanctions on two banks", "lifted its sanctions on two banks". */
function tellsIt(record: HeldRecord, { text, supposed }: Matter, candidates: Candidates): boolean {
  const own = stems(text)
  if (own.length < ENOUGH_WORDS || !supposed.some((s) => overlap(actorsOf(s), actorsOf(record)))) return false
  const there = candidates.stemsOf(record)
  return own.filter((stem) => there.has(stem)).length / own.length >= SHARE
}

export const actorsOf = (record: HeldRecord): string[] =>
  record.parts.filter((p) => p.part !== 'source' && p.part !== 'place').map((p) => p.actor)

const othersIn = (record: HeldRecord): string[] =>
  partsOf(record, 'recipient').flatMap((p) =>
    numbersIn(wordsOf(record)).map((number) => `${record.subtype} ${lastWord(p.name)} ${number}`),
  )

/** Records of which some may fulfil what is supposed, found by what they would have in common with it. */
export class Candidates {
  readonly #stems = new Map<HeldRecord, ReadonlySet<string>>()
  readonly #byKey = new Map<string, number[]>()

  constructor(readonly all: readonly HeldRecord[]) {
    all.forEach((record, k) => {
      for (const key of new Set([...actorsOf(record), ...othersIn(record)])) {
        const places = this.#byKey.get(key)
        if (places) places.push(k)
        else this.#byKey.set(key, [k])
      }
    })
  }

  /** Those that share an actor with a supposed record, or the number and kind of those it is done to, in their order. */
  near({ supposed }: Matter): HeldRecord[] {
    const keys = new Set(supposed.flatMap((s) => [...actorsOf(s), ...othersIn(s)]))
    const places = new Set([...keys].flatMap((key) => this.#byKey.get(key) ?? []))
    return [...places].sort((a, b) => a - b).map((k) => this.all[k]!)
  }

  stemsOf(record: HeldRecord): ReadonlySet<string> {
    const known = this.#stems.get(record) ?? new Set(stems(wordsOf(record)))
    this.#stems.set(record, known)
    return known
  }
}

/** What the records of a node, and the later records that may fulfil them, tell of its state. */
export function stateOf(
  matter: Matter,
  candidates: Candidates,
  obstacle: HeldRecord | null,
): { state: NodeState; shownBy: HeldRecord | null } {
  const { told, supposed, since } = matter
  const own = new Set([...told, ...supposed].map((r) => r.id))
  const later = candidates.near(matter).filter((c) => !own.has(c.id) && isDone(c) && (c.publishedOn ?? '') >= since)
  const done =
    told.find(isDone) ??
    later.find((c) => supposed.some((s) => fulfils(c, s))) ??
    later.find((c) => tellsIt(c, matter, candidates))
  if (done) return { state: 'fulfilled', shownBy: done }
  if (obstacle) return { state: 'blocked', shownBy: obstacle }
  const denied = told.find((r) => r.record.polarity === 'denied' && r.record.realis === 'actual')
  if (denied) return { state: 'blocked', shownBy: denied }
  const any = told[0] ?? supposed[0]
  return any ? { state: 'pending', shownBy: any } : { state: 'unknown', shownBy: null }
}
