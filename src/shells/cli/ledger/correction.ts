import type { CorrectedActor, Correction } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/errors.ts'
import { ACTOR_TYPES, type ActorType, PART_FIELDS, type Part, type RecordKind } from '../../../model/index.ts'

/** What people call the fields that every record has. */
const COMMON: Readonly<Record<string, readonly [field: keyof Correction, values: readonly string[] | null]>> = {
  type: ['subtype', null],
  polarity: ['polarity', ['affirmed', 'denied']],
  certainty: ['certainty', ['certain', 'probable', 'possible', 'unknown']],
  realis: ['realis', ['actual', 'future', 'hypothetical']],
  from: ['validFrom', null],
  to: ['validTo', null],
}
const DAYS: readonly (keyof Correction)[] = ['validFrom', 'validTo']
/** Fields that hold several values, with a comma between them. */
const LISTS = ['scope', 'excludes']
const ENDS = ['antecedent', 'consequent']
const BETWEEN_ACTORS = ';'

const invalid = (message: string): ReadoutError => new ReadoutError('usage', message)

/** What stands in quotation marks is words. */
function readValue(name: string, text: string, quoted: boolean): unknown {
  if (LISTS.includes(name)) return text === '' ? [] : text.split(',').map((one) => one.trim())
  if (quoted) return text
  if (text === '' || text === 'null') return null
  if (text === 'true' || text === 'false') return text === 'true'
  const number = Number(text)
  return Number.isNaN(number) ? text : number
}

/** "Reed Guard; Borland:state" → by names that the ledger knows, and one with its type who is new to it. */
function readActors(text: string): readonly CorrectedActor[] {
  const names = text.split(BETWEEN_ACTORS).flatMap((one) => one.trim() || [])
  return names.map((one) => {
    const at = one.lastIndexOf(':')
    const type = one.slice(at + 1) as ActorType
    return at > 0 && ACTOR_TYPES.includes(type) ? { name: one.slice(0, at).trim(), type } : one
  })
}

/** The part that a field's name (`actors`) or its own (`actor`) means. */
const partOf = (kind: RecordKind, name: string): Part | undefined =>
  (Object.keys(PART_FIELDS[kind]) as Part[]).find((part) => part === name || PART_FIELDS[kind][part]!.field === name)

function readCommon(name: string, value: string): Correction {
  const [field, values] = COMMON[name]!
  if (values && !values.includes(value)) throw invalid(`${name} is one of ${values.join(', ')}`)
  return { [field]: DAYS.includes(field) && value === '' ? null : value }
}

/**
 * "certainty=probable to=2031-05-20 role=governor speaker="Telk"" → a correction. Fields of the record's own kind go by
 * their names, actors by theirs, several with semicolons between them.
 */
export function readCorrection(line: string, kind: RecordKind): Correction {
  const pairs = [...line.matchAll(/(\w+)=(?:"([^"]*)"|(\S*))/g)]
  if (pairs.length === 0) throw invalid('a correction is FIELD=VALUE, as certainty=probable or from=2031-05-20')
  let correction: Correction = {}
  for (const [, name, quoted, bare] of pairs as unknown as readonly (readonly [string, string, string?, string?])[]) {
    const value = quoted ?? bare ?? ''
    const part = partOf(kind, name)
    if (Object.hasOwn(COMMON, name)) correction = { ...correction, ...readCommon(name, value) }
    else if (part) correction = { ...correction, actors: { ...correction.actors, [part]: readActors(value) } }
    else if (ENDS.includes(name)) correction = { ...correction, ends: { ...correction.ends, [name]: value || null } }
    else {
      const fields = { ...correction.fields, [name]: readValue(name, value, quoted !== undefined) }
      correction = { ...correction, fields }
    }
  }
  return correction
}

/** The correction with the ids of those whom it names. Throws where the ledger knows nobody or several by a name. */
export async function withIds(
  { actors, ...others }: Correction,
  idOf: (name: string) => Promise<string>,
): Promise<Correction> {
  if (!actors) return others
  const found: Partial<Record<Part, readonly CorrectedActor[]>> = {}
  for (const [part, named] of Object.entries(actors) as [Part, readonly CorrectedActor[]][])
    found[part] = await Promise.all(named.map((one) => (typeof one === 'string' ? idOf(one) : one)))
  return { ...others, actors: found }
}
