import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { ftm } from './ftm.ts'
import { geojson } from './geojson.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'
import { jsonl } from './jsonl.ts'
import { jsonld } from './jsonld.ts'
import { parquet } from './parquet.ts'
import { plover } from './plover.ts'
import { quickStatements } from './quickstatements.ts'
import { stix } from './stix.ts'
import { ucdp } from './ucdp.ts'
import { webAnnotation } from './web-annotation.ts'

export type { Format, Located, Material, Setting } from './format.ts'

/** The ways in which records leave the ledger. */
export const FORMATS: readonly Format[] = [
  csv,
  parquet,
  jsonl,
  plover,
  webAnnotation,
  gexf,
  graphml,
  geojson,
  ftm,
  ucdp,
  jsonld,
  stix,
  quickStatements,
]

export const FORMAT_NAMES = FORMATS.map((format) => format.name)
