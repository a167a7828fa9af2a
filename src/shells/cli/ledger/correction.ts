import type { Correction } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/errors.ts'

/** What people call the fields that every record has. */
const COMMON: Readonly<Record<string, readonly [field: keyof Correction, values: readonly string[] | null]>> = {
  type: ['subtype', null],
  polarity: ['polarity', ['affirmed', 'denied']],
  certainty: ['certainty', ['certain', 'probable', 'possible', 'unknown']],
  realis: ['realis', ['actual', 'future', 'hypothetical']],
  from: ['validFrom', null],
  to: ['validTo', null],
}

const invalid = (message: string): ReadoutError => new ReadoutError('usage', message)

function readValue(text: string): unknown {
  if (text === '' || text === 'null') return null
  const number = Number(text)
  return Number.isNaN(number) ? text : number
}

/** "certainty=probable to=2031-05-20 role=governor" → a correction. Fields of the record's own kind go by their names. */
export function readCorrection(line: string): Correction {
  const pairs = [...line.matchAll(/(\w+)=(?:"([^"]*)"|(\S*))/g)].map((m) => [m[1]!, m[2] ?? m[3] ?? ''] as const)
  if (pairs.length === 0) throw invalid('a correction is FIELD=VALUE, as certainty=probable or from=2031-05-20')
  const correction: Record<string, unknown> = {}
  const fields: Record<string, unknown> = {}
  for (const [name, value] of pairs) {
    const common = COMMON[name]
    if (!common) fields[name] = readValue(value)
    else {
      const [field, values] = common
      if (values && !values.includes(value)) throw invalid(`${name} is one of ${values.join(', ')}`)
      correction[field] = (field === 'validFrom' || field === 'validTo') && value === '' ? null : value
    }
  }
  return { ...correction, ...(Object.keys(fields).length > 0 ? { fields } : {}) } as Correction
}
