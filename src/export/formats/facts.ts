import type { HeldRecord } from '../../5-ledger/index.ts'
import { oneLine, partsOf } from '../../6-answer/cite.ts'
import type { Part } from '../../model/index.ts'
import type { Material } from './format.ts'

/** An actor in a part of a record, by the name that the ledger shows it by. */
export interface Player {
  readonly id: string
  readonly name: string
  /** Name in the report. */
  readonly called: string
}

export const playersOf = (record: HeldRecord, part: Part, { actorOf }: Material): readonly Player[] =>
  partsOf(record, part).map(({ actor, name }) => ({ id: actor, name: actorOf(actor)?.name || name, called: name }))

/** The exact words, on one line. */
export const wordsOf = ({ evidence }: HeldRecord): string => oneLine(evidence.map((q) => q.words).join(' … '))

/** "Ilara Denvoss, as told by Meridian Wire"; empty: the report in its own voice. */
export const accordingTo = (record: HeldRecord): string =>
  partsOf(record, 'source')
    .map((p) => p.name)
    .reverse()
    .join(', as told by ')

/** Told as having happened or held, whatever is thought of who tells it. */
export const isTold = ({ record }: HeldRecord): boolean => record.realis === 'actual' && record.polarity === 'affirmed'

/** Said of a record that is denied, planned or supposed; empty for what is told. */
export const standingWords = ({ record: { polarity, realis, certainty } }: HeldRecord): string =>
  [polarity === 'denied' ? polarity : '', realis === 'actual' ? '' : realis, certainty === 'certain' ? '' : certainty]
    .filter(Boolean)
    .join(', ')

/** Index in Unicode code points, as Python and the Web Annotation model count, of one in UTF-16 units. */
export const codePoints = (text: string, index: number): number => [...text.slice(0, index)].length

/** Only addresses of the web: an export must not carry what a browser would run. */
export const webAddress = (url: string | null): string | null =>
  url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null

/** Without undefined and null: most formats leave out what is not known. */
export const known = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined && v !== null)) as Partial<T>
