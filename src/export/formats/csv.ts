import { RECORD_KINDS } from '../../model/index.ts'
import { anyCell, csvLine } from '../csv.ts'
import { COLUMNS } from './columns.ts'
import { type Format, rowByRow } from './format.ts'

/** One line a record: what a source in a report says, in columns. */
export const csv: Format = {
  name: 'csv',
  title: 'a table, RFC 4180: one line a record, every field a column',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  kinds: RECORD_KINDS,
  write: rowByRow(
    (record, material) => csvLine(COLUMNS.map(([, value]) => anyCell(value(record, material)))),
    csvLine(COLUMNS.map(([name]) => name)),
  ),
}
