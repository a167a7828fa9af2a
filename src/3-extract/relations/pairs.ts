import type { PairRow } from '../../vocabulary/relations.ts'
import { type Fact, isPossible, spanOf, standingOfKnown } from './fact.ts'
import { ABBREVIATION, afterAside, type Name, type Scene } from './scene.ts'

type By = PairRow['by'][number]
interface Pair {
  readonly head: Name
  readonly other: Name
  readonly by: By
}

const POSSESSIVE = new Set(["'s", '’s', "'", '’'])
const QUOTES = new Set(['"', '“'])
const DESCRIPTION = 6
const LINKS: ReadonlySet<string> = new Set(['of', 'from', 'in', 'at'])

/** How the name after `left` hangs together with it, where only a preposition, an 's or nothing stands between. */
function pairAt(scene: Scene, left: Name): Pair | null {
  const next = afterAside(scene, left.last) + 1
  const limit = scene.bounds(left.last).last
  if (next > limit) return null
  const adjoining = scene.nameAt(next)
  if (adjoining?.first === next)
    return left.adjective && !adjoining.adjective ? { head: adjoining, other: left, by: 'modifier' } : null
  const comma = scene.tokens[next]!.text === ',' && scene.tokens[next + 1]?.text.toLowerCase() === 'of' ? 1 : 0
  const text = scene.tokens[next + comma]!.text.toLowerCase()
  const right = nameFrom(scene, next + comma + 1, limit)
  if (!right || right.adjective) return null
  if (POSSESSIVE.has(text)) return { head: right, other: left, by: 'possessor' }
  return LINKS.has(text) ? { head: left, other: right, by: text as By } : null
}

/** The name that begins here, or after an article with what the name's bearer is: "the rights group Amnesty". */
function nameFrom(scene: Scene, from: number, limit: number): Name | null {
  let at = from
  if (scene.tokens[at]?.upos === 'DET') {
    at++
    while (at <= limit && at - from <= DESCRIPTION && !scene.nameAt(at) && isDescription(scene, at)) at++
  }
  if (QUOTES.has(scene.tokens[at]?.text ?? '')) at++
  const name = at <= limit ? scene.nameAt(at) : null
  return name?.first === at ? name : null
}

const isDescription = (scene: Scene, at: number): boolean => {
  const { text, upos } = scene.tokens[at]!
  return text === '-' || ((upos === 'NOUN' || upos === 'ADJ') && text === text.toLowerCase())
}

/** "Borland's Volkov said" is one thing, "Borland's Volkov-era laws" another: the name must not go on into a longer phrase. */
function goesOn(scene: Scene, pair: Pair): boolean {
  const last = Math.max(pair.head.last, pair.other.last)
  const next = scene.tokens[last + 1]
  if (!next || next.sentence !== scene.tokens[last]!.sentence) return false
  if (next.text === '-' || next.text === '–')
    return scene.tokens[last + 2]?.start === next.end && next.start === scene.tokens[last]!.end
  const kind = scene.rows.terms.get(next.lemma.toLowerCase())?.some((term) => !term.title)
  return next.upos === 'NOUN' && next.index === scene.tokens[last]!.head && !kind
}

function bears(scene: Scene, { first, last }: Name, words: readonly string[]): boolean {
  for (let at = first; at <= last; at++) if (words.includes(scene.tokens[at]!.text.toLowerCase())) return true
  return false
}

/** "the Norwegian Defence Ministry" of a report that names Norway. */
function stateInName(scene: Scene, head: Name): Pair | null {
  const { context, tokens, rows } = scene
  const iso3 = context.actor(head.actor).links?.iso3
  if (iso3 === undefined || head.type !== 'government') return null
  const text = context.analysis.document.text.slice(tokens[head.first]!.start, tokens[head.last]!.end)
  const state = rows.leaders.bearsName(text, iso3) ? scene.stateOf(iso3) : null
  return state === null ? null : { head, other: { ...head, actor: state, type: 'state' }, by: 'name' }
}

/** "the UN Security Council" of a report that names the UN as well. */
function bodyInName(scene: Scene, head: Name): Pair | null {
  const { tokens } = scene
  const owner = prefixOf(scene, head)
  const actor = owner === null ? null : scene.actorNamed(owner)
  if (actor === null || actor === head.actor || tokens[head.first + 1]?.text === '-') return null
  return { head, other: { ...head, actor, type: scene.context.actor(actor).type }, by: 'name' }
}

/** The abbreviation that a name begins with, or what stands before an 's in it: "UN", "the Coalition". */
function prefixOf({ tokens, context }: Scene, { first, last }: Name): string | null {
  if (first === last) return null
  for (let at = first + 1; at < last; at++)
    if (POSSESSIVE.has(tokens[at]!.text))
      return context.analysis.document.text.slice(tokens[first]!.start, tokens[at - 1]!.end)
  return ABBREVIATION.test(tokens[first]!.text) ? tokens[first]!.text : null
}

/** "the German software giant SAP": a nationality, then in small letters what the name's bearer is. */
function described(scene: Scene, head: Name): Pair | null {
  let words = 0
  for (let at = head.first - 1; at > head.first - 1 - DESCRIPTION && at >= scene.bounds(head.first).first; at--) {
    const token = scene.tokens[at]!
    const name = scene.nameAt(at)
    if (name && scene.tokens[name.last + 1]?.text === '-') return null
    if (name?.attributive && words > 0) return { head, other: name, by: 'description' }
    if (name) at = name.first
    else if (token.text !== '-' && !isSmallWord(scene, token.text, token.upos)) return null
    else if (head.type === 'person' && isBody(scene, token.text)) return null
    else words++
  }
  return null
}

/** "bank", "newspaper": what such a word describes is no person, whatever the name was taken for. */
const isBody = (scene: Scene, text: string): boolean =>
  scene.rows.terms.get(text)?.some((term) => term.predicate === 'basedIn') === true

const isSmallWord = (scene: Scene, text: string, upos: string): boolean =>
  (upos === 'NOUN' || upos === 'ADJ') &&
  text === text.toLowerCase() &&
  !scene.rows.terms.get(text)?.some((term) => term.title || term.predicate === 'leads')

/** "the army's Western Command": a common noun may own a name as well. */
function nominalOwner(scene: Scene, right: Name): Pair | null {
  const at = right.first - 2
  if (right.adjective || at < scene.bounds(right.first).first || !POSSESSIVE.has(scene.tokens[at + 1]!.text))
    return null
  const actor = scene.tokens[at]!.upos === 'NOUN' && !scene.nameAt(at) ? scene.context.actorAt(at) : null
  if (actor === null) return null
  return {
    head: right,
    other: { first: at, last: at, actor, type: scene.context.actor(actor).type, adjective: false, attributive: false },
    by: 'possessor',
  }
}

/** A title that was taken for a name: "German Chancellor". */
const isTitle = (scene: Scene, { type, last }: Name): boolean =>
  (type === 'person' || type === 'other') && scene.rows.terms.has(scene.tokens[last]!.text.toLowerCase())

/** Relations between two names in one phrase that only their types tell: "Lena Brandt of Amnesty International". */
export function findByPair(scene: Scene): Fact[] {
  const pairs = scene.names.flatMap((name) =>
    [
      pairAt(scene, name) ?? [],
      nominalOwner(scene, name) ?? [],
      stateInName(scene, name) ?? [],
      bodyInName(scene, name) ?? [],
      described(scene, name) ?? [],
    ].flat(),
  )
  return pairs.flatMap((pair) => {
    if (goesOn(scene, pair) || isTitle(scene, pair.head)) return []
    const row = scene.rows.pairs.find(
      (each) =>
        each.by.includes(pair.by) &&
        each.head.has(pair.head.type) &&
        each.other.has(pair.other.type) &&
        !bears(scene, pair.head, each.not),
    )
    if (!row) return []
    const fact: Fact = {
      rule: row.id,
      predicate: row.predicate,
      subject: pair.head.actor,
      object: pair.other.actor,
      evidence: spanOf(scene, pair.head.first, pair.head.last, pair.other.first, pair.other.last),
      standing: standingOfKnown(scene, pair.head.last),
      time: null,
      known: true,
    }
    return isPossible(scene, fact) ? [fact] : []
  })
}
