import type { HeldRecord } from '../../5-ledger/index.ts'
import { PARTS, RECORD_KINDS } from '../../model/index.ts'
import { accordingTo, known, playersOf, wordsOf } from './facts.ts'
import { type Format, type Located, type Material, rowByRow } from './format.ts'

const ROLES = PARTS.filter((part) => part !== 'source' && part !== 'place')

function properties(record: HeldRecord, place: string, located: Located | null, material: Material): object {
  const roles = ROLES.flatMap((part) => {
    const names = playersOf(record, part, material).map((p) => p.name)
    return names.length > 0 ? [[part, names] as const] : []
  })
  const { polarity, certainty, realis } = record.record
  return known({
    kind: record.kind,
    type: record.subtype,
    ...Object.fromEntries(roles),
    place,
    placedBy: located?.by,
    from: record.validFrom,
    to: record.validTo,
    dated: record.dated,
    publishedOn: record.publishedOn,
    polarity,
    certainty,
    realis,
    accordingTo: accordingTo(record) || null,
    words: wordsOf(record),
    publisher: record.citation.publisher,
    title: record.citation.title,
    url: record.citation.url,
    document: record.citation.document,
    cluster: record.cluster,
    recordedAt: record.recordedAt,
  })
}

/** RFC 7946: longitude first. A place that no list knows is a feature without geometry. */
export const geojson: Format = {
  name: 'geojson',
  title: 'GeoJSON, RFC 7946: every record that names its place; no geometry where no list of places knows it',
  extension: 'geojson',
  mediaType: 'application/geo+json; charset=utf-8',
  kinds: RECORD_KINDS,
  write: rowByRow(
    (record, material, { locate, leaveOut }) => {
      const [place] = playersOf(record, 'place', material)
      if (!place) {
        leaveOut('it names no place')
        return null
      }
      const actor = material.actorOf(place.id)
      const located = actor ? locate(actor) : null
      const geometry = located && { type: 'Point', coordinates: [located.lon, located.lat] }
      return JSON.stringify({
        type: 'Feature',
        id: record.id,
        geometry,
        properties: properties(record, place.name, located, material),
      })
    },
    '{"type":"FeatureCollection","features":[\n',
    '\n]}\n',
    ',\n',
  ),
}
