import { fold, type RecordKind, SCOPES, STATEMENT_MODES, SUBTYPES } from '../../model/index.ts'
import type { Correction } from '../judged.ts'
import type { RecordRow } from '../schema.ts'
import { refuse } from './rows.ts'

/** What a field may be corrected to, in words and as a test. */
interface Kept {
  readonly is: string
  readonly holds: (value: unknown) => boolean
}

const MOST_LETTERS = 500

const isWords = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MOST_LETTERS
const isOneOf =
  (values: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && values.includes(value)
const orNone = ({ is, holds }: Kept): Kept => ({
  is: `${is}, or null`,
  holds: (value) => value === null || holds(value),
})

const WORDS: Kept = { is: `words, at most ${MOST_LETTERS} letters`, holds: isWords }
const YES_OR_NO: Kept = { is: 'true or false', holds: (value) => typeof value === 'boolean' }
const NUMBER: Kept = { is: 'a number', holds: (value) => typeof value === 'number' && Number.isFinite(value) }
const MODE: Kept = { is: `one of ${STATEMENT_MODES.join(', ')}`, holds: isOneOf(STATEMENT_MODES) }
const SOME_SCOPES: Kept = {
  is: `a list of ${SCOPES.join(', ')}`,
  holds: (value) => Array.isArray(value) && value.every(isOneOf(SCOPES)) && new Set(value).size === value.length,
}

/** Fields of each kind that are neither actors, nor words of the report, nor those that every record has. */
const FIELDS: Readonly<Record<RecordKind, Readonly<Record<string, Kept>>>> = {
  statement: { channel: orNone(WORDS), mode: MODE },
  event: { mode: orNone(WORDS), means: orNone(WORDS), joint: YES_OR_NO },
  relation: { role: orNone(WORDS), ended: YES_OR_NO },
  agreement: { name: WORDS, scope: SOME_SCOPES, excludes: SOME_SCOPES },
  dependency: {},
  estimate: { low: orNone(NUMBER), high: orNone(NUMBER), unit: orNone(WORDS), approximate: YES_OR_NO },
}

/** What every record has, and may be corrected to. */
const COMMON: { readonly [F in 'polarity' | 'certainty' | 'realis']: readonly NonNullable<Correction[F]>[] } = {
  polarity: ['affirmed', 'denied'],
  certainty: ['certain', 'probable', 'possible', 'unknown'],
  realis: ['actual', 'future', 'hypothetical'],
}

function checkCommon(correction: Correction): void {
  for (const [field, values] of Object.entries(COMMON)) {
    const value = correction[field as keyof typeof COMMON]
    if (value !== undefined && !isOneOf(values)(value)) throw refuse(`${field} is one of ${values.join(', ')}`)
  }
}

/** The subtype as the ledger has it. */
function subtypeIn({ kind }: RecordRow, subtype: string): string {
  if (kind === 'estimate') {
    if (!isWords(subtype) || fold(subtype) === '') throw refuse(`the measure of an estimate is ${WORDS.is}`)
    return subtype.trim()
  }
  const found = SUBTYPES[kind].find((one) => one.toLowerCase() === subtype.toLowerCase())
  if (found === undefined)
    throw refuse(`there is no ${kind} of type "${subtype}": it is one of ${SUBTYPES[kind].join(', ')}`)
  return found
}

/** Throws `judgement-invalid` where a correction would leave a record that says nothing sound; gives its subtype as spelled. */
export function checkFields(row: RecordRow, correction: Correction): string | undefined {
  const { subtype, fields = {} } = correction
  checkCommon(correction)
  for (const [name, value] of Object.entries(fields)) {
    const kept = Object.hasOwn(FIELDS[row.kind], name) ? FIELDS[row.kind][name] : undefined
    if (!kept) {
      const others = Object.keys(FIELDS[row.kind])
      const may = others.length > 0 ? `: there are ${others.join(', ')}` : ''
      throw refuse(`the field "${name}" of ${row.kind} records cannot be corrected${may}`)
    }
    if (!kept.holds(value)) throw refuse(`"${name}" is ${kept.is}`)
  }
  const { low, high } = { ...row.payload, ...fields } as Readonly<Record<string, unknown>>
  if (typeof low === 'number' && typeof high === 'number' && low > high)
    throw refuse(`the least, ${low}, is more than the most, ${high}`)
  if (('low' in fields || 'high' in fields) && low === null && high === null)
    throw refuse('an estimate has a least or a most: reject it where it has neither')
  return subtype === undefined ? undefined : subtypeIn(row, subtype)
}
