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
  for (const phrase of clusters.phrases) {
    if (!phrase.name || phrase.group || phrase.kind === 'time') continue
    if (phrase.kind === 'person') joinPerson(clusters, people, phrase)
    else joinOther(clusters, keys, acronyms, phrase)
  }
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
  const letters = name!.acronym ? [name!.words.join('')] : name!.initials.filter((initials) => initials.length > 2)
  for (const word of new Set(letters)) {
    const other = acronyms.get(`${name!.acronym ? 'long' : 'short'} ${word}`)
    if (other !== undefined) clusters.join(other, id)
    acronyms.set(`${name!.acronym ? 'short' : 'long'} ${word}`, id)
  }
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
