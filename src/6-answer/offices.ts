import type { Ledger, Times } from '../5-ledger/index.ts'
import { fold } from '../model/index.ts'
import type { Cited, Named } from './answer.ts'
import { compare } from './cite.ts'
import { type Relationship, relations } from './relations.ts'

/** An office that somebody took up or left. */
export interface OfficeChange {
  readonly id: string
  /**
   * `began`: a report gives the day from which it is held; `ended`: a report says that it is over; `named`: somebody is
   * named in an office in which the ledger knew another, and no report says since when.
   */
  readonly change: 'began' | 'ended' | 'named'
  readonly holder: Named
  readonly role: string | null
  readonly of: Named | null
  /** Where a report gives one. */
  readonly day: string | null
  /** Of the record that was recorded last. */
  readonly citation: Cited
}

const DAY = 86_400_000
/** What lies longer before its report is told as history ("ambassador from 2022"). */
const NEWS = 92 * DAY

/** Who holds which office of whom: the same at both times. */
const keyOf = ({ subject, object, role }: Relationship): string => [subject.id, object?.id, fold(role ?? '')].join('|')

const officesThen = async (ledger: Ledger, known: Times): Promise<readonly Relationship[]> =>
  (await relations(ledger, known, { predicates: ['holdsOffice'] })).rows

function isRecent(day: string, { publishedAt }: Cited): boolean {
  const before = publishedAt === null ? 0 : Date.parse(publishedAt.slice(0, 10)) - Date.parse(day)
  return before >= 0 && before <= NEWS
}

/** Also where reports call the body by another name. */
const sameHolder = (a: Relationship, b: Relationship): boolean =>
  a.subject.id === b.subject.id && fold(a.role ?? '') === fold(b.role ?? '')

const isNamedAfter = (office: Relationship, other: Relationship): boolean =>
  fold(other.role ?? '') === fold(office.role ?? '') && other.laterHolders.some((n) => n.id === office.subject.id)

/** What became of offices between what was known at one time and what at another. */
export async function officeChanges(ledger: Ledger, before: Times, now: Times): Promise<OfficeChange[]> {
  const earlier = await officesThen(ledger, before)
  const known = new Map(earlier.map((office) => [keyOf(office), office.interval]))
  const offices = await officesThen(ledger, now)
  return offices.flatMap((office): OfficeChange[] => {
    const { id, subject: holder, role, object: of, citations, interval } = office
    const citation = [...citations].sort((a, b) => compare(b.recordedAt, a.recordedAt))[0]!
    const was = known.get(keyOf(office))
    const changed = (change: OfficeChange['change'], day: string | null): OfficeChange[] =>
      day === null || isRecent(day, citation) ? [{ id, change, holder, role, of, day, citation }] : []
    const isNamed = !earlier.some((o) => sameHolder(o, office)) && offices.some((o) => isNamedAfter(office, o))
    return [
      ...(interval.from !== null && !was?.from ? changed('began', interval.from) : []),
      ...(interval.ended && !was?.ended ? changed('ended', interval.to) : []),
      ...(interval.from === null && isNamed ? changed('named', null) : []),
    ]
  })
}
