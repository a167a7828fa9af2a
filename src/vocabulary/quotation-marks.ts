import { z } from 'zod'
import { checkRows } from './rows.ts'
import type { DataSource } from './source.ts'

const Row = z.object({
  id: z.string().min(1),
  class: z.enum(['double', 'single', 'angle', 'small-angle']),
  turns: z.enum(['opens', 'closes', 'either']),
  forms: z.array(z.string().min(1)).min(1),
  reason: z.string().min(1),
})

export type MarkClass = z.infer<typeof Row>['class']
export type Turn = z.infer<typeof Row>['turns']

/** Marks of one class open and close each other; `turns` is what the mark does by its shape. */
export interface QuotationMark {
  readonly class: MarkClass
  readonly turns: Turn
}

/** By the mark itself: "“", "``" … */
export type QuotationMarks = ReadonlyMap<string, QuotationMark>

export function loadQuotationMarks(source: DataSource): QuotationMarks {
  const rows = checkRows(source, 'quotation-marks.yaml', Row)
  return new Map(rows.flatMap((row) => row.forms.map((form) => [form, { class: row.class, turns: row.turns }])))
}
