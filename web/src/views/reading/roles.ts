import type { Reading, ReadoutRecord, Span } from '../../../../src/model/index.ts'
import { PART_FIELDS, type Part } from '../../../../src/model/world.ts'

export interface RoleOf {
  readonly role: string
  readonly actors: readonly string[]
}

const ROLES: Readonly<Record<Part, string>> = {
  speaker: 'Said by',
  hearer: 'To',
  actor: 'By',
  recipient: 'To',
  orderedBy: 'Ordered by',
  subject: 'Who',
  object: 'To whom',
  party: 'Parties',
  of: 'Of',
  place: 'Where',
  source: 'On the word of',
}
const TOGETHER: Readonly<Partial<Record<Part, string>>> = { actor: 'Together', recipient: 'With' }

/** How a part of a record is called before people. */
export const roleWords = (record: ReadoutRecord, part: Part): string =>
  (record.kind === 'event' && record.joint && TOGETHER[part]) || ROLES[part]

/** Who takes part, in the words of each kind; on whose word it is told is told apart. */
export function rolesOf(record: ReadoutRecord): readonly RoleOf[] {
  const fields = record as unknown as Readonly<Record<string, string | readonly string[] | null>>
  return Object.entries(PART_FIELDS[record.kind])
    .filter(([part]) => part !== 'source')
    .map(([part, { field }]) => ({ role: roleWords(record, part as Part), actors: [fields[field] ?? []].flat() }))
    .filter(({ actors }) => actors.length > 0)
}

export interface FactOf {
  readonly name: string
  readonly value: string
}

/** What else a record says, in words. */
export function factsOf(record: ReadoutRecord): readonly FactOf[] {
  switch (record.kind) {
    case 'statement':
      return [
        { name: 'Through', value: record.channel ?? '' },
        { name: 'Quoted', value: record.mode === 'direct' ? '' : `${record.mode} speech` },
      ].filter(({ value }) => value !== '')
    case 'event':
      return [
        { name: 'How', value: record.mode ?? '' },
        { name: 'By means of', value: record.means ?? '' },
      ].filter(({ value }) => value !== '')
    case 'relation':
      return record.role ? [{ name: 'As', value: record.role }] : []
    case 'agreement':
      return [
        { name: 'Covers', value: record.scope.join(', ') },
        { name: 'Leaves out', value: record.excludes.join(', ') },
      ].filter(({ value }) => value !== '')
    default:
      return []
  }
}

/** Each word that decided something, once, as it is written. */
export const cueWords = ({ document: { text } }: Reading, cues: readonly Span[]): readonly string[] => [
  ...new Set(cues.map(({ start, end }) => text.slice(start, end))),
]
