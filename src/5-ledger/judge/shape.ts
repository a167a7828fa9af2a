import type { Correction } from '../judged.ts'
import { refuse } from './rows.ts'

const PLAIN = ['subtype', 'polarity', 'certainty', 'realis', 'validFrom', 'validTo']
/** Fields that hold others by name. */
const NAMED = ['fields', 'actors', 'ends']
const FIELDS: readonly string[] = [...PLAIN, ...NAMED]
const ENDS: readonly string[] = ['antecedent', 'consequent']

type Named = Readonly<Record<string, unknown>>

const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isActor = (value: unknown): boolean =>
  isText(value) || (isNamed(value) && isText(value.name) && isText(value.type))

/** Throws `judgement-invalid` where what programs handed in is no correction by its form, or one of nothing. */
export function checkShape(correction: Correction): void {
  if (!isNamed(correction)) throw refuse('a correction is an object')
  const given = told(correction)
  const unknown = given.find(([name]) => !FIELDS.includes(name))
  if (unknown) throw refuse(`a correction has no "${unknown[0]}": there are ${FIELDS.join(', ')}`)
  for (const [name, value] of given) if (NAMED.includes(name) && !isNamed(value)) throw refuse(`"${name}" is an object`)
  const { subtype, fields = {}, actors = {}, ends = {} } = correction as Readonly<Record<string, Named | undefined>>
  if (subtype !== undefined && !isText(subtype)) throw refuse('"subtype" is words')
  checkActors(actors)
  checkEnds(ends)
  const plain = given.some(([name]) => PLAIN.includes(name))
  if (!plain && [fields, actors, ends].every((one) => told(one).length === 0))
    throw refuse('the correction corrects nothing')
}

/** What is undefined is left out. */
const told = (of: Named): (readonly [string, unknown])[] =>
  Object.entries(of).filter(([, value]) => value !== undefined)

function checkActors(actors: Named): void {
  for (const [part, list] of told(actors))
    if (!(Array.isArray(list) && list.every(isActor)))
      throw refuse(`the actors of the part "${part}" are a list of ids, or of names with types`)
}

function checkEnds(ends: Named): void {
  for (const [end, id] of told(ends)) {
    if (!ENDS.includes(end)) throw refuse(`a dependency has no end "${end}": there are ${ENDS.join(', ')}`)
    if (id !== null && !isText(id)) throw refuse(`the end "${end}" is a record's id, or null`)
  }
}
