import type { Correction, HeldRecord } from '../../../../../src/5-ledger/index.ts'
import type { ActorType } from '../../../../../src/model/reading.ts'
import { PART_FIELDS, type Part } from '../../../../../src/model/world.ts'
import { OWN_FIELDS } from './own-fields.ts'

/** Somebody in a part of a record: whom the ledger knows by an id, or one whom the reader missed. */
export type Chosen =
  | { readonly id: string; readonly name: string }
  | { readonly id: null; readonly name: string; readonly type: ActorType }

/** What the form holds: of own fields what stands in their inputs. */
export interface Values {
  readonly subtype: string
  readonly polarity: string
  readonly certainty: string
  readonly realis: string
  readonly validFrom: string
  readonly validTo: string
  readonly own: Readonly<Record<string, string | boolean | readonly string[]>>
  readonly actors: Readonly<Partial<Record<Part, readonly Chosen[]>>>
  /** Of dependencies: by which record an end is told; empty: by none. */
  readonly ends: Readonly<Record<string, string>>
}

export const partsOf = ({ kind }: HeldRecord): readonly Part[] => Object.keys(PART_FIELDS[kind]) as Part[]

export function valuesOf(held: HeldRecord): Values {
  const { record, parts } = held
  const fields = record as unknown as Readonly<Record<string, string | number | boolean | readonly string[] | null>>
  const own = OWN_FIELDS[held.kind].map(({ field, is }): [string, string | boolean | readonly string[]] => {
    const value = fields[field] ?? null
    if (is === 'tick') return [field, value === true]
    if (is === 'scopes') return [field, (value ?? []) as readonly string[]]
    return [field, value === null ? '' : String(value)]
  })
  const named = (part: Part): readonly Chosen[] =>
    parts.filter((p) => p.part === part).map(({ actor, name }) => ({ id: actor, name }))
  const ends = record.kind === 'dependency' ? { antecedent: record.antecedent, consequent: record.consequent } : {}
  return {
    subtype: held.subtype,
    polarity: record.polarity,
    certainty: record.certainty,
    realis: record.realis,
    validFrom: held.validFrom ?? '',
    validTo: held.validTo ?? '',
    own: Object.fromEntries(own),
    actors: Object.fromEntries(partsOf(held).map((part) => [part, named(part)])),
    ends: Object.fromEntries(Object.entries(ends).map(([end, { record: id }]) => [end, id ?? ''])),
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The entries of one that are not as they were. */
const differing = <T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(after).filter(([name, value]) => !same(value, before[name]))

/** What an input holds, as the record has it. */
function ownValue(kind: HeldRecord['kind'], field: string, value: Values['own'][string]): unknown {
  if (typeof value !== 'string') return value
  const { is } = OWN_FIELDS[kind].find((one) => one.field === field)!
  if (value.trim() === '') return null
  return is === 'figure' ? Number(value) : value.trim()
}

/** The fields that are not as they were; a day or a word that is taken away is none. */
export function changed(of: HeldRecord, before: Values, after: Values): Correction {
  const { own, actors, ends, ...common } = after
  const { own: wasOwn, actors: wasActors, ends: wasEnds, ...was } = before
  const fields = differing(wasOwn, own).map(([field, value]) => [field, ownValue(of.kind, field, value)])
  const parts = differing<unknown>(wasActors, actors) as [Part, readonly Chosen[]][]
  const told = differing(wasEnds, ends).map(([end, id]) => [end, id || null])
  const some = <T>(name: string, entries: readonly (readonly [string, T] | readonly T[])[]) =>
    entries.length === 0 ? {} : { [name]: Object.fromEntries(entries as [string, T][]) }
  return {
    ...Object.fromEntries(
      differing(was, common).map(([name, value]) => [name, name.startsWith('valid') && value === '' ? null : value]),
    ),
    ...some('fields', fields),
    ...some(
      'actors',
      parts.map(([part, list]) => [
        part,
        list.map((one) => (one.id === null ? { name: one.name, type: one.type } : one.id)),
      ]),
    ),
    ...some('ends', told),
  } as Correction
}
