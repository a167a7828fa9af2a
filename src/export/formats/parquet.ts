import type { ColumnSource } from 'hyparquet-writer'
import { RECORD_KINDS } from '../../model/index.ts'
import { COLUMNS, type Column } from './columns.ts'
import type { Format, Material } from './format.ts'

/** Rows of a group: so many are held at a time. */
const GROUP = 20_000

const TYPES = { number: 'DOUBLE', whole: 'INT32', flag: 'BOOLEAN' } as const

function cellOf(value: unknown, type: Column[2]): unknown {
  if (value === undefined || value === null) return null
  return type === undefined ? String(value) : value
}

const emptyColumns = () =>
  COLUMNS.map(([name, , type]) => ({
    name,
    type: type === undefined ? ('STRING' as const) : TYPES[type],
    nullable: true,
    data: [] as unknown[],
  }))

async function* write(pages: AsyncIterable<Material>): AsyncGenerator<Uint8Array> {
  // Loaded where it is asked for: nothing else pays for it.
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer')
  const bytes = new ByteWriter()
  let columns = emptyColumns()
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: columns as ColumnSource[] }),
    createdBy: 'readout',
  })
  /** What was written since the last time. */
  const taken = (): Uint8Array => {
    const part = new Uint8Array(bytes.buffer.slice(0, bytes.index))
    bytes.index = 0
    return part
  }
  async function group(): Promise<Uint8Array> {
    if (columns[0]!.data.length > 0)
      await file.write({ columnData: columns as ColumnSource[], rowGroupSize: columns[0]!.data.length })
    columns = emptyColumns()
    return taken()
  }
  for await (const material of pages) {
    for (const record of material.records)
      for (const [k, [, value, type]] of COLUMNS.entries()) columns[k]!.data.push(cellOf(value(record, material), type))
    if (columns[0]!.data.length >= GROUP) yield await group()
  }
  yield await group()
  await file.finish()
  yield taken()
}

/** The table of `csv` in columns of their types, for databases and data frames. */
export const parquet: Format = {
  name: 'parquet',
  title: 'the table of csv in typed columns, Apache Parquet',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  binary: true,
  kinds: RECORD_KINDS,
  write,
}
