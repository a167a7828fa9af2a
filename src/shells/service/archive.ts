import { ReadoutError } from '../../model/index.ts'

/** When the evening of a day begins, for whom a report of that day is known: 18:00 UTC. */
const EVENING = 'T18:00:00Z'

/** The moment as of which a report of an archive is recorded: the evening of the day it was published. */
export function eveningOf(publishedAt: string | undefined): string {
  const day = publishedAt?.slice(0, 10)
  if (day === undefined || Number.isNaN(Date.parse(day)))
    throw new ReadoutError('date-invalid', 'the report gives no day of publication to be recorded as of: give it one')
  return `${day}${EVENING}`
}
