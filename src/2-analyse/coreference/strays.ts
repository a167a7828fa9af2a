import type { Reference } from '../../vocabulary/reference.ts'
import type { Clusters } from './clusters.ts'
import type { Phrase } from './mention.ts'
import { bare, runAt } from './names.ts'
import { mostSpokenOf, type People } from './people.ts'

const AMBIGUOUS = -1

/**
 * Names that the recogniser took for another kind than the rest: "Le Pen" as a place beside "Marine Le Pen", "Mahan" as
 * a person beside "Mahan Air". What has links is what it is, and a person with two names is one.
 */
export function joinStrays(clusters: Clusters, people: People, { nounTypes, nounKinds }: Reference): void {
  const openings = new Map<string, number>()
  const others = new Map<string, number>()
  const names = clusters.phrases.filter(({ name, group, kind }) => name && !group && kind !== 'time')
  for (const phrase of names) {
    if (phrase.kind === 'organization') noteOpening(clusters, openings, phrase)
    if (phrase.kind !== 'person' && !others.has(phrase.name!.key)) others.set(phrase.name!.key, phrase.id)
  }
  for (const phrase of names) {
    if (isSure(clusters, phrase)) continue
    const home = phrase.kind === 'person' ? others.get(phrase.name!.key) : surnameOf(clusters, people, phrase)
    const common = nounTypes.has(phrase.name!.key) || nounKinds.has(phrase.name!.key)
    const found = home ?? (common ? undefined : openingOf(openings, phrase))
    if (found !== undefined && !isLinked(clusters, found)) clusters.join(found, phrase.id)
  }
}

/** A place or state with links is no stray's home: "Jordan" may be a person and a state. */
function isLinked(clusters: Clusters, id: number): boolean {
  const { kind, entity } = clusters.phrases[id]!
  return kind === 'state' || (kind === 'place' && entity?.links !== undefined)
}

function isSure(clusters: Clusters, { kind, entity, id }: Phrase): boolean {
  if (entity?.links || kind === 'state' || kind === 'people') return true
  return kind === 'person' && clusters.of(id).full.length > 1
}

/** The first word of a body's name, where no two bodies share it. */
function noteOpening(clusters: Clusters, openings: Map<string, number>, { name, id }: Phrase): void {
  const [word, next] = name!.words
  if (!word || !next || name!.acronym) return
  const known = openings.get(word)
  openings.set(word, known === undefined || (known !== AMBIGUOUS && clusters.same(known, id)) ? id : AMBIGUOUS)
}

/** "Mahan" of "Mahan Air": a lone word that opens one body's name. */
function openingOf(openings: ReadonlyMap<string, number>, { name, kind }: Phrase): number | undefined {
  if (name!.words.length !== 1 || name!.acronym || kind === 'place') return undefined
  const opened = openings.get(name!.words[0]!)
  return opened === AMBIGUOUS ? undefined : opened
}

/** The person whose full name ends in this one. */
function surnameOf(clusters: Clusters, people: People, { name }: Phrase): number | undefined {
  const words = bare(name!.words)
  const found = people.with(words.at(-1)!).filter((id) => {
    const full = bare(clusters.of(id).full)
    return full.length > words.length && runAt(words, full) === full.length - words.length
  })
  const chosen = mostSpokenOf(clusters, found)
  return chosen < 0 ? undefined : chosen
}
