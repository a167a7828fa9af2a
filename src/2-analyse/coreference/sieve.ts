import type { Reference } from '../../vocabulary/reference.ts'
import type { Clusters } from './clusters.ts'
import type { Phrase } from './mention.ts'
import { bare, genderDiffers, matchPersons, runAt } from './names.ts'
import { mostSpokenOf, People } from './people.ts'
import { joinStrays } from './strays.ts'

/**
 * Joins names that are one name for certain, before anything else is decided: the same words, listed variants, the
 * same state, acronyms, and short forms of persons' names.
 */
export function joinNames(clusters: Clusters, reference: Reference): void {
  const keys = new Map<string, number>()
  const acronyms = new Map<string, number>()
  const people = new People(clusters)
  for (const phrase of clusters.phrases) {
    if (!phrase.name || phrase.group || phrase.kind === 'time') continue
    if (phrase.kind === 'person') joinPerson(clusters, people, phrase)
    else joinOther(clusters, keys, acronyms, phrase)
  }
  joinStrays(clusters, people, reference)
}

function joinOther(clusters: Clusters, keys: Map<string, number>, acronyms: Map<string, number>, phrase: Phrase): void {
  const { name, id } = phrase
  const { iso3, ucdp, wikidata } = phrase.entity?.links ?? {}
  const marks = [`name ${name!.key}`]
  if (iso3 && phrase.kind === 'state') marks.push(`iso3 ${iso3}`)
  if (ucdp) marks.push(`ucdp ${ucdp}`)
  if (wikidata) marks.push(`wikidata ${wikidata}`)
  for (const mark of marks) {
    const known = keys.get(mark)
    if (known === undefined) keys.set(mark, id)
    else clusters.join(known, id)
  }
  joinShortened(clusters, keys, phrase)
  joinHeads(clusters, keys, phrase)
  const letters = name!.acronym ? [name!.words.join('')] : name!.initials.filter((initials) => initials.length > 2)
  for (const word of new Set(letters)) {
    const other = acronyms.get(`${name!.acronym ? 'long' : 'short'} ${word}`)
    if (other !== undefined) clusters.join(other, id)
    acronyms.set(`${name!.acronym ? 'short' : 'long'} ${word}`, id)
  }
}

/** Words after which a long name goes on to say what for. */
const GOES_ON = new Set(['to', 'for', 'of', 'against', 'in', 'on'])

/** "Global Coalition" of "Global Coalition to Defeat ISIS", where no two long names begin so. */
function joinHeads(clusters: Clusters, keys: Map<string, number>, { name, id, kind }: Phrase): void {
  const { words } = name!
  if (words.length < 2 || kind === 'place' || kind === 'state') return
  const long = words.findIndex((word, k) => k > 1 && GOES_ON.has(word))
  const key = `head ${(long < 0 ? words : words.slice(0, long)).join(' ')}`
  const known = keys.get(key)
  if (known === undefined) keys.set(key, id)
  else if (long < 0 || clusters.phrases[known]!.name!.words.length === long) clusters.join(known, id)
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

/** A person's name joins the cluster of which it is a short or a full form; never two full names that differ. */
function joinPerson(clusters: Clusters, people: People, phrase: Phrase): void {
  const words = bare(phrase.name!.words)
  const known = [...people.with(words.at(-1)!), ...people.with(words[0]!)]
  const fitting = known.filter((id) => fits(clusters, id, phrase))
  const chosen = mostSpokenOf(clusters, fitting)
  if (chosen >= 0) clusters.join(chosen, phrase.id)
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
