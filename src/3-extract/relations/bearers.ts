import type { ActorType } from '../../model/reading.ts'
import type { ActorId } from '../../model/records.ts'
import type { After, Before } from './around.ts'
import { headOf, type Name, type Scene } from './scene.ts'
import type { Occurrence } from './terms.ts'

/** Whom a relational noun describes. `clause` is the clause that says so; without one the phrase takes it as known. */
export interface Bearer {
  readonly actor: ActorId
  readonly first: number
  readonly last: number
  readonly clause?: number
  readonly ended?: boolean
  /** The row of the verb that gives the title. */
  readonly row?: string
}

export interface Setting {
  readonly scene: Scene
  readonly occurrence: Occurrence
  readonly before: Before
  readonly after: After
}

const QUOTES = new Set(['"', '“', '”', '``', "''"])
const fits = (types: ReadonlySet<ActorType>, name: Name | null): name is Name => name !== null && types.has(name.type)
const toBearer = (name: Name): Bearer => ({ actor: name.actor, first: name.first, last: name.last })
const textAt = (scene: Scene, at: number): string => scene.tokens[at]?.text ?? ''

/** "the Syrian information minister Omar Hadi"; other titles may stand between. */
function nameAfter({ scene, occurrence: { term }, after }: Setting): Bearer | null {
  const limit = scene.bounds(after.end).last
  let at = after.end + 1
  for (let skipped = 0; skipped < 4 && at <= limit; skipped++) {
    const name = scene.nameAt(at)
    if (name) return name.first === at && !name.adjective && fits(term.types, name) ? toBearer(name) : null
    const text = textAt(scene, at)
    const title = scene.rows.terms.get(text.toLowerCase())?.some((other) => other.title)
    if (!title && !QUOTES.has(text)) return null
    at++
  }
  return null
}

/** Does the parse say that the two are one? */
function apposed(scene: Scene, name: Name, noun: number): boolean {
  const head = headOf(scene.tokens, name)
  const [a, b] = [scene.tokens[head]!, scene.tokens[noun]!]
  return (
    (a.deprel === 'appos' && a.head === noun) || (b.deprel === 'appos' && b.head >= name.first && b.head <= name.last)
  )
}

const OPENING = new Set([',', '(', '–', '—'])
const CLOSING = new Set([',', '.', ')', ';', '–', '—', '"', '”', '-', 'who', 'which', 'and', 'told'])
const ASIDE = new Set(['appos', 'parataxis', 'dep', 'list', 'flat'])

/** "its leader, Omar Hadi,". */
function nameAside({ scene, occurrence: { term, head }, after }: Setting): Bearer | null {
  if (!OPENING.has(textAt(scene, after.end + 1))) return null
  const at = after.end + (textAt(scene, after.end + 2) === 'the' ? 3 : 2)
  const name = scene.nameAt(at)
  if (!fits(term.types, name) || name.first !== at || name.adjective) return null
  const closed = textAt(scene, name.last + 1) === ',' || name.last === scene.bounds(head).last
  const aside = apposed(scene, name, head) || closed || ASIDE.has(scene.tokens[headOf(scene.tokens, name)]!.deprel)
  return aside ? toBearer(name) : null
}

/** "Omar Hadi, the president of Egypt,"; an age may stand between. */
function nameBefore({ scene, occurrence: { term, head }, before, after }: Setting): Bearer | null {
  let at = before.start - 1
  if (scene.tokens[at]?.upos === 'NUM' && textAt(scene, at - 1) === ',') at -= 2
  else if (OPENING.has(textAt(scene, at)) && scene.tokens[at - 1]?.upos === 'NUM' && textAt(scene, at - 2) === ',')
    at -= 2
  if (!OPENING.has(textAt(scene, at)) || at < scene.bounds(head).first) return null
  const name = scene.nameAt(at - 1)
  if (!fits(term.types, name) || name.last !== at - 1 || name.adjective) return null
  if (apposed(scene, name, head)) return toBearer(name)
  const closed = after.end >= scene.bounds(head).last || CLOSING.has(textAt(scene, after.end + 1))
  return closed && ASIDE.has(scene.tokens[head]!.deprel) ? toBearer(name) : null
}

/** The actors of a fitting type that an argument names. */
function named(scene: Scene, token: number, types: ReadonlySet<ActorType>, extra: Partial<Bearer>): Bearer[] {
  return scene.context
    .actorsAt(token)
    .filter((id) => types.has(scene.context.actor(id).type))
    .map((actor) => ({ actor, first: token, last: token, ...extra }))
}

/** "Omar Hadi is the president of Egypt", "who was its leader". */
function subjects({ scene, occurrence: { term, head }, before }: Setting): Bearer[] {
  const clause = scene.clauseWith(head)
  // "It was in every city": the phrase says where, not what.
  if (!clause?.copular || scene.tokens[before.start - 1]?.upos === 'ADP') return []
  const ended = clause.tense === 'past' && !clause.perfect
  return clause.arguments
    .filter((argument) => argument.role === 'subject')
    .flatMap((argument) => named(scene, argument.head, term.types, { clause: clause.id, ended }))
}

/** "served as", "was elected", "became". */
function byVerb({ scene, occurrence: { term, head } }: Setting): Bearer[] {
  return scene.placesOf(head).flatMap(({ clause, argument }) => {
    const row = scene.rows.bearers.get(clause.lemma)
    if (!row?.title.includes(argument.preposition ?? argument.role)) return []
    return clause.arguments
      .filter((other) => other.role === row.bearer && other.head !== head)
      .flatMap((other) => named(scene, other.head, term.types, { clause: clause.id, ended: row.ended, row: row.id }))
  })
}

/** "the stronghold of Raqqa": the noun describes what is named after "of". */
function namedOf({ scene, occurrence: { term, last } }: Setting): Bearer | null {
  if (!term.namedOf || textAt(scene, last + 1) !== 'of') return null
  const name = scene.nameAt(last + 2)
  return fits(term.types, name) && name.first === last + 2 && !name.adjective ? toBearer(name) : null
}

/** "Its commander is President Omar Hadi": the predicate names the noun's bearer. */
function predicates({ scene, occurrence: { term, head } }: Setting): Bearer[] {
  return scene.placesOf(head).flatMap(({ clause, argument }) => {
    const name = clause.copular && argument.role === 'subject' ? scene.nameAt(clause.head) : null
    return fits(term.types, name) && !name.adjective ? [{ ...toBearer(name), clause: clause.id }] : []
  })
}

const LISTING: readonly (readonly string[])[] = [['such', 'as'], ['including'], ['like'], ['namely']]

/** "allies such as Germany and France", "members including Hadi". */
function listed({ scene, occurrence: { term }, after }: Setting): Bearer[] {
  let at = after.end + 1
  if (textAt(scene, at) === ',') at++
  const words = LISTING.find((list) => list.every((word, k) => textAt(scene, at + k).toLowerCase() === word))
  if (!words) return []
  let next = at + words.length
  if (textAt(scene, next) === 'the') next++
  const name = scene.nameAt(next)
  return name === null
    ? []
    : named(scene, headOf(scene.tokens, name), term.types, { first: name.first, last: name.last })
}

/** Everybody whom the noun describes: what its own phrase says first, then what its clause says. */
export function findBearers(setting: Setting): readonly Bearer[] {
  const own = namedOf(setting) ?? nameAfter(setting) ?? nameAside(setting) ?? nameBefore(setting)
  if (own) return [own]
  const said = [...subjects(setting), ...predicates(setting), ...byVerb(setting)]
  return said.length > 0 ? said : listed(setting)
}
