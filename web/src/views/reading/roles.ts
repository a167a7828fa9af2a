import type { Reading, ReadoutRecord, Span } from '../../../../src/model/index.ts'

export interface RoleOf {
  readonly role: string
  readonly actors: readonly string[]
}

const one = (id: string | null): readonly string[] => (id === null ? [] : [id])

/** Who takes part, in the words of each kind. */
function roles(record: ReadoutRecord): readonly RoleOf[] {
  switch (record.kind) {
    case 'statement':
      return [
        { role: 'Said by', actors: one(record.speaker) },
        { role: 'To', actors: record.hearers },
      ]
    case 'event':
      return [
        { role: record.joint ? 'Together' : 'By', actors: record.actors },
        { role: record.joint ? 'With' : 'To', actors: record.recipients },
        { role: 'Ordered by', actors: one(record.orderedBy) },
      ]
    case 'relation':
      return [
        { role: 'Who', actors: one(record.subject) },
        { role: 'To whom', actors: one(record.object) },
      ]
    case 'agreement':
      return [{ role: 'Parties', actors: record.parties }]
    case 'estimate':
      return [{ role: 'Of', actors: one(record.of) }]
    case 'dependency':
      return []
  }
}

export const rolesOf = (record: ReadoutRecord): readonly RoleOf[] =>
  [...roles(record), { role: 'Where', actors: one(record.place) }].filter(({ actors }) => actors.length > 0)

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
