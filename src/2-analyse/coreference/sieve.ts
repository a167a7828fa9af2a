import type { Clusters } from './clusters.ts'
import type { Phrase } from './mention.ts'
import { bare, genderDiffers, matchPersons, runAt } from './names.ts'

/** So many clusters of a surname are looked at, the latest first. */
const REACH = 6

/** A map to short lists of phrase ids, the latest last. */
class Index {
  private readonly lists = new Map<string, number[]>()

  add(key: string, id: number): void {
    const list = this.lists.get(key)
    if (!list) this.lists.set(key, [id])
    else if (list.push(id) > 2 * REACH) list.splice(0, list.length - REACH)
  }

  latest(key: string): readonly number[] {
    return (this.lists.get(key) ?? []).slice(-REACH).reverse()
  }
}

/**
 * Joins names that are one name for certain, before anything else is decided: the same words, listed variants, the
 * same state, acronyms, and short forms of persons' names.
 */
export function joinNames(clusters: Clusters): void {
  const keys = new Map<string, number>()
  const acronyms = new Map<string, number>()
  const people = new Index()
  const openings = new Map<string, number>()
  for (const phrase of clusters.phrases) {
    if (!phrase.name || phrase.group || phrase.kind === 'time') continue
    if (phrase.kind === 'person') joinPerson(clusters, people, phrase)
    else joinOther(clusters, keys, acronyms, phrase)
    if (phrase.kind === 'organization') noteOpening(clusters, openings, phrase)
  }
  for (const phrase of clusters.phrases) joinOpening(clusters, openings, phrase)
}

const AMBIGUOUS = -1

/** The first word of a body's name, where no two bodies share it. */
function noteOpening(clusters: Clusters, openings: Map<string, number>, { name, id }: Phrase): void {
  const [word, next] = name!.words
  if (!word || !next || name!.acronym) return
  const known = openings.get(word)
  openings.set(word, known === undefined || (known !== AMBIGUOUS && clusters.same(known, id)) ? id : AMBIGUOUS)
}

/** "Mahan" of "Mahan Air": a lone word that opens one body's name and is no state, people or person of two names. */
function joinOpening(clusters: Clusters, openings: Map<string, number>, phrase: Phrase): void {
  const { name, entity, kind, id } = phrase
  if (
    name?.words.length !== 1 ||
    name.acronym ||
    entity?.links ||
    kind === 'place' ||
    kind === 'state' ||
    kind === 'people'
  )
    return
  const opened = openings.get(name.words[0]!)
  if (opened === undefined || opened === AMBIGUOUS || clusters.of(id).full.length > 1) return
  clusters.join(opened, id)
}

const domain = ({ kind }: Phrase): string => (kind === 'people' ? 'people' : 'thing')

function joinOther(clusters: Clusters, keys: Map<string, number>, acronyms: Map<string, number>, phrase: Phrase): void {
  const { name, id } = phrase
  const state = phrase.entity?.type === 'place' ? phrase.entity.links?.iso3 : undefined
  const marks = [`${domain(phrase)} ${name!.key}`]
  if (state && phrase.kind === 'state') marks.push(`iso3 ${state}`)
  for (const mark of marks) {
    const known = keys.get(mark)
    if (known === undefined) keys.set(mark, id)
    else clusters.join(known, id)
  }
  joinShortened(clusters, keys, phrase)
  const letters = name!.acronym ? [name!.words.join('')] : name!.initials.filter((initials) => initials.length > 2)
  for (const word of new Set(letters)) {
    const other = acronyms.get(`${name!.acronym ? 'long' : 'short'} ${word}`)
    if (other !== undefined) clusters.join(other, id)
    acronyms.set(`${name!.acronym ? 'short' : 'long'} ${word}`, id)
  }
}

/** "D-ISIS" of "Coalition to Defeat ISIS": a letter for a word, and the word after it. */
function joinShortened(clusters: Clusters, keys: Map<string, number>, { name, id }: Phrase): void {
  const { words } = name!
  if (words.length === 2 && words[0]!.length === 1) {
    const long = keys.get(`shortened ${words.join(' ')}`)
    if (long !== undefined) clusters.join(long, id)
  }
  if (words.length < 3) return
  for (let k = 1; k + 1 < words.length; k++) keys.set(`shortened ${words[k]![0]} ${words[k + 1]}`, id)
}

/** A person's name joins the latest cluster of which it is a short or a full form; never two full names that differ. */
function joinPerson(clusters: Clusters, people: Index, phrase: Phrase): void {
  const words = bare(phrase.name!.words)
  const known = people.latest(words.at(-1)!).concat(people.latest(words[0]!))
  const fitting = known.find((id) => fits(clusters, id, phrase))
  if (fitting !== undefined) clusters.join(fitting, phrase.id)
  for (const word of new Set(words)) people.add(word, phrase.id)
}

function fits(clusters: Clusters, id: number, phrase: Phrase): boolean {
  const other = clusters.phrases[id]!
  const { full } = clusters.of(id)
  const match = matchPersons(other.name!, phrase.name!)
  if ((match !== 'same' && match !== 'short') || genderDiffers(other, phrase)) return false
  return full.length < 2 || phrase.name!.words.length < 2 || matchesFull(full, phrase)
}

function matchesFull(full: readonly string[], phrase: Phrase): boolean {
  const form = { words: full, key: full.join(' '), initials: [], acronym: false }
  return matchPersons(form, phrase.name!) !== 'conflict' || runAt(bare(phrase.name!.words), bare(full)) >= 0
}
