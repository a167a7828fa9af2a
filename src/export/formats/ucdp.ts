import type { HeldRecord } from '../../5-ledger/index.ts'
import { overlaps } from '../../model/index.ts'
import { anyCell, csvLine } from '../csv.ts'
import { accordingTo, isTold, playersOf, wordsOf } from './facts.ts'
import { type Format, type Located, type Material, rowByRow, type Setting } from './format.ts'

const DAY = 86_400_000

/** UCDP's date_prec: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer. */
function datePrecision({ validFrom, validTo, dated }: HeldRecord): number | null {
  if (!dated || validFrom === null) return null
  const days = validTo === null ? Number.POSITIVE_INFINITY : (Date.parse(validTo) - Date.parse(validFrom)) / DAY + 1
  return days <= 1 ? 1 : days <= 6 ? 2 : days <= 7 ? 3 : days <= 31 ? 4 : 5
}

/** UCDP's where_prec, as far as a list of places tells: 1 a town, 3 a district, 4 a first-level region, 6 a state. */
const WHERE: Readonly<Partial<Record<Located['by'], number>>> = { city: 1, county: 3, region: 4, state: 6 }

const HARMS: Readonly<Record<'deaths' | 'injuries', readonly string[]>> = {
  deaths: ['killed'],
  injuries: ['wounded', 'injured'],
}

interface Toll {
  readonly best: number | null
  readonly low: number | null
  readonly high: number | null
}

/** The figure that stands in the same words as the event; `best` only where it is one number. */
function tollOf(event: HeldRecord, harm: keyof typeof HARMS, { beside }: Material): Toll {
  const figures = beside(event.citation.document).filter(
    (other) =>
      HARMS[harm].includes(other.subtype) &&
      isTold(other) &&
      other.evidence.some((a) => event.evidence.some((b) => a.version === b.version && overlaps(a, b))),
  )
  const [figure] = figures
  if (figures.length !== 1 || figure?.record.kind !== 'estimate') return { best: null, low: null, high: null }
  const { low, high } = figure.record
  return { best: low === high ? low : null, low, high }
}

function place(record: HeldRecord, material: Material, { locate }: Setting) {
  const [named] = playersOf(record, 'place', material)
  const actor = named && material.actorOf(named.id)
  if (!actor) return { location: named?.name }
  const located = locate(actor)
  const isState = actor.type === 'state' || located?.by === 'state'
  return {
    location: actor.name,
    country: located?.country ?? actor.links.iso3 ?? (isState ? actor.name : undefined),
    city: located?.by === 'city' ? actor.name : undefined,
    latitude: located?.lat,
    longitude: located?.lon,
    precision: isState ? 6 : located ? WHERE[located.by] : undefined,
  }
}

const COLUMNS =
  'id,event_id,mode,country,date_start,date_end,date_prec,city,location,latitude,longitude,where_prec,actor1,actor2,deaths_best,deaths_low,deaths_high,injuries_best,injuries_low,injuries_high,certainty,according_to,source,source_title,source_url,source_date,source_original'

function row(record: HeldRecord, material: Material, setting: Setting): string {
  const names = (part: 'actor' | 'recipient'): string =>
    playersOf(record, part, material)
      .map((p) => p.name)
      .join('; ')
  const [deaths, injuries] = [tollOf(record, 'deaths', material), tollOf(record, 'injuries', material)]
  const { location, country, city, latitude, longitude, precision } = place(record, material, setting)
  const { publisher, title, url } = record.citation
  const [from, to] = record.dated ? [record.validFrom, record.validTo] : [null, null]
  const cells = [
    ...[record.id, record.cluster ?? record.id, record.record.kind === 'event' ? record.record.mode : null],
    ...[country, from, to, datePrecision(record), city, location, latitude, longitude, precision],
    ...[names('actor'), names('recipient'), deaths.best, deaths.low, deaths.high],
    ...[injuries.best, injuries.low, injuries.high, record.record.certainty, accordingTo(record)],
    ...[publisher, title, url, record.publishedOn, wordsOf(record)],
  ]
  return csvLine(cells.map(anyCell))
}

/** Report level: what each source says of an attack is a line of its own, `event_id` says which are of one event. */
export const ucdp: Format = {
  name: 'ucdp',
  title: 'a table of attacks as UCDP and ACLED have it, at report level: never one number for several sources',
  extension: 'ucdp.csv',
  mediaType: 'text/csv; charset=utf-8',
  kinds: ['event'],
  subtypes: ['ASSAULT'],
  beside: ['estimate'],
  write: rowByRow(
    (record, material, setting) => {
      if (isTold(record)) return row(record, material, setting)
      setting.leaveOut('it is denied, planned or supposed')
      return null
    },
    csvLine(COLUMNS.split(',')),
  ),
}
