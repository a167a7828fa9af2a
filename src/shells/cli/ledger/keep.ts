import type { Added, Ledger, Provenance, Publisher, Told } from '../../../ledger.ts'
import type { Reading } from '../../../model/index.ts'
import type { Report } from '../../../read.ts'
import type { Keeping } from '../../queue/index.ts'
import { eveningOf } from '../../service/archive.ts'
import type { Task } from '../batch.ts'
import type { Origin } from './reports.ts'

type Known = Pick<Origin, 'sourceId' | 'issues'>

const provenanceOf = ({ sourceId }: Known, { group, reread }: Keeping): Provenance => ({
  ...(sourceId === undefined ? {} : { sourceId }),
  ...(group === undefined ? {} : { publisherGroup: group }),
  ...(reread ? { reread: true } : {}),
})

/** What a thread is told of all reports. */
export const taskOf = ({ date, minScore }: Keeping): Omit<Task, 'lines'> => ({
  command: 'read',
  ...(minScore === undefined ? {} : { minScore }),
  ...(date === undefined ? {} : { date }),
})

/** The reader trims what it is told of a report, and holds what is empty for nothing. */
function toldOf({ text, title, publisher, url, publishedAt }: Report): Told {
  const known = { title: title?.trim(), publisher: publisher?.trim(), url: url?.trim(), publishedAt }
  return { text, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value)) }
}

/** Whether a report is held as it is, so that it need not be read; null where it must be. */
export async function held(ledger: Ledger, report: Report, known: Known, keeping: Keeping): Promise<Added | null> {
  if (keeping.reread) return null
  const told = toldOf(report)
  const same = await ledger.holds(told, provenanceOf(known, keeping))
  if (same && told.publisher) await rate(ledger, told.publisher, keeping)
  return same
}

/** Keeps what was read of a report. */
export async function keep(ledger: Ledger, json: string, known: Known, keeping: Keeping): Promise<Added> {
  const reading = JSON.parse(json) as Reading
  const { publisher } = reading.document
  const issues = [...known.issues.filter((i) => !reading.issues.some((own) => own.code === i.code)), ...reading.issues]
  const asOf = keeping.recorded ? { recordedAt: eveningOf(reading.document.publishedAt) } : {}
  const added = await ledger.addReading({ ...reading, issues }, { ...provenanceOf(known, keeping), ...asOf })
  if (publisher) await rate(ledger, publisher, keeping)
  return added
}

/** Publishers of whom what the user thinks is held, by what he thinks. */
const rated = new WeakMap<Ledger, Map<string, Set<string>>>()

async function ratedSo(ledger: Ledger, { reliability, group }: Keeping): Promise<Set<string>> {
  const all = rated.get(ledger) ?? new Map<string, Set<string>>()
  rated.set(ledger, all)
  const rating = JSON.stringify([reliability, group])
  const fits = (p: Publisher): boolean =>
    (reliability === undefined || p.reliability === reliability) && (group === undefined || p.group === group)
  const names = all.get(rating) ?? new Set((await ledger.publishers()).filter(fits).map((p) => p.name))
  all.set(rating, names)
  return names
}

/** Says once what the user thinks of a publisher, and not again where it is held already. */
async function rate(ledger: Ledger, publisher: string, keeping: Keeping): Promise<void> {
  const { reliability, group, who } = keeping
  if (reliability === undefined && group === undefined) return
  const done = await ratedSo(ledger, keeping)
  if (done.has(publisher)) return
  done.add(publisher)
  const rating = { ...(reliability === undefined ? {} : { reliability }), ...(group === undefined ? {} : { group }) }
  await ledger.ratePublisher(publisher, rating, who)
}
