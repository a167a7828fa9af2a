import type { HeldRecord } from '../5-ledger/index.ts'
import { fold } from '../model/index.ts'
import { compare, dayOf, idsOf } from './cite.ts'

/** Words that tell no agreement from another. */
export const GENERIC: ReadonlySet<string> = new Set(
  'the a an this that new agreement accord accords deal pact treaty truce ceasefire cease fire plan declaration memorandum of in principle between and to peace draft text'.split(
    ' ',
  ),
)

export const nameOfPact = (record: HeldRecord): string => (record.record.kind === 'agreement' ? record.record.name : '')
export const distinctive = (name: string): string =>
  fold(name)
    .split(' ')
    .filter((word) => !GENERIC.has(word))
    .join(' ')

/** A name of its own before a generic one, a name before a clause, then the one most reports use. */
export function bestName(names: readonly string[]): string {
  const times = (name: string): number => names.filter((n) => n === name).length
  const rank = (name: string): number => (distinctive(name) === '' ? 2 : name.split(' ').length > 6 ? 1 : 0)
  return [...names].sort((a, b) => rank(a) - rank(b) || times(b) - times(a) || b.length - a.length || compare(a, b))[0]!
}

interface Group {
  readonly place: number
  readonly key: string
  readonly records: HeldRecord[]
  readonly parties: Set<string>
}

/** Groups in the order of their making, found by what they are looked for by instead of one after another. */
class Groups {
  readonly all: Group[] = []
  readonly #ofCluster = new Map<string, Group>()
  readonly #ofKey = new Map<string, Group[]>()
  readonly #ofParty = new Map<string, Set<Group>>()
  readonly #keysLike = new Map<string, Set<string>>()

  put(record: HeldRecord, parties: readonly string[], group: Group): void {
    group.records.push(record)
    if (record.cluster !== null && !this.#ofCluster.has(record.cluster)) this.#ofCluster.set(record.cluster, group)
    for (const party of parties) {
      group.parties.add(party)
      const at = `${group.key}|${party}`
      this.#ofParty.set(at, (this.#ofParty.get(at) ?? new Set()).add(group))
    }
  }

  make(key: string): Group {
    const group: Group = { place: this.all.length, key, records: [], parties: new Set() }
    this.all.push(group)
    const same = this.#ofKey.get(key)
    if (same) same.push(group)
    else {
      this.#ofKey.set(key, [group])
      for (const [own, keys] of this.#keysLike) if (oneInTheOther(key, own)) keys.add(key)
    }
    return group
  }

  ofCluster(cluster: string | null): Group | undefined {
    return cluster === null ? undefined : this.#ofCluster.get(cluster)
  }

  /** Generic names ("the truce") are told apart by their parties: two in common, or all that are named. */
  generic(last: string, parties: readonly string[]): Group | undefined {
    const enough = ({ parties: held }: Group): boolean =>
      parties.filter((id) => held.has(id)).length >= Math.min(2, parties.length, held.size)
    return first(this.#sharing(last, parties).filter(enough))
  }

  /** One name holds the other ("the Ostrel Accord", and a clause that names it), and a party is in both, or none is named. */
  named(own: string, parties: readonly string[]): Group | undefined {
    const keys = [...this.#like(own)]
    if (parties.length === 0) return first(keys.map((key) => this.#ofKey.get(key)![0]!))
    const without = keys.flatMap((key) => this.#ofKey.get(key)!.find((g) => g.parties.size === 0) ?? [])
    return first([...without, ...keys.flatMap((key) => this.#sharing(key, parties))])
  }

  #sharing(key: string, parties: readonly string[]): Group[] {
    return parties.flatMap((party) => [...(this.#ofParty.get(`${key}|${party}`) ?? [])])
  }

  #like(own: string): ReadonlySet<string> {
    const known = this.#keysLike.get(own)
    if (known) return known
    const keys = new Set([...this.#ofKey.keys()].filter((key) => oneInTheOther(key, own)))
    this.#keysLike.set(own, keys)
    return keys
  }
}

const first = (groups: readonly Group[]): Group | undefined =>
  groups.length === 0 ? undefined : groups.reduce((a, b) => (b.place < a.place ? b : a))

const oneInTheOther = (a: string, b: string): boolean =>
  a !== '' && b !== '' && (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `))

/** Reports of one agreement: by the ledger's cluster, by a name of its own, else by kind and parties. */
export function pactsOf(records: readonly HeldRecord[]): HeldRecord[][] {
  const groups = new Groups()
  // Plain names first, so that a clause that names an agreement finds it.
  const order = records
    .map((record) => ({ record, own: distinctive(nameOfPact(record)) }))
    .sort((a, b) => a.own.length - b.own.length || byDay(a.record, b.record))
  for (const { record, own } of order) {
    const parties = idsOf(record, 'party')
    const last = fold(nameOfPact(record)).split(' ').at(-1)!
    const found =
      groups.ofCluster(record.cluster) ?? (own === '' ? groups.generic(last, parties) : groups.named(own, parties))
    groups.put(record, parties, found ?? groups.make(own || last))
  }
  return groups.all.map((g) => g.records.sort(byDay))
}

const byDay = (a: HeldRecord, b: HeldRecord): number => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id)
