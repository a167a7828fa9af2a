import { z } from 'zod'
import { invalid } from './rows.ts'
import type { DataSource } from './source.ts'

/** Says how likely a record is read rightly: train/scores says how it was made. */
export interface ScoresModel {
  /** Records of rows, and those that no row made, are left out below this score, unless another limit is asked for. */
  readonly least: { readonly row: number; readonly learned: number }
  /** What each feature adds to the score, on the scale of log odds. */
  readonly weights: ReadonlyMap<string, number>
}

const FILE = 'models/scores.json'
const chance = z.number().min(0).max(1)
const Form = z.strictObject({
  least: z.strictObject({ row: chance, learned: chance }),
  weights: z.record(z.string(), z.number()),
})

export function loadScoresModel(source: DataSource): ScoresModel {
  const found = Form.safeParse(source.rows(FILE))
  if (!found.success) throw invalid(source, FILE, z.prettifyError(found.error))
  return { least: found.data.least, weights: new Map(Object.entries(found.data.weights)) }
}
