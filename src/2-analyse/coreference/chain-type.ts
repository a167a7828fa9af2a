import type { Entity, Links } from '../../model/analysis.ts'
import type { ActorType } from '../../model/reading.ts'
import type { Reference } from '../../vocabulary/reference.ts'
import { type Kind, type Phrase, PLURAL } from './mention.ts'

const SUBTYPES: Readonly<Record<NonNullable<Entity['subtype']>, ActorType>> = {
  'state-organ': 'government',
  military: 'military',
  'armed-group': 'armed-group',
  coalition: 'coalition',
  party: 'organization',
  company: 'company',
  media: 'media',
  body: 'organization',
  state: 'state',
  city: 'place',
  region: 'place',
  facility: 'place',
}
const ENTITIES: Readonly<Record<Entity['type'], ActorType>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  nationality: 'population',
  event: 'other',
  agreement: 'agreement',
  title: 'person',
  other: 'other',
}
const KINDS: Partial<Readonly<Record<Kind, ActorType>>> = {
  person: 'person',
  people: 'population',
  organization: 'organization',
  place: 'place',
  state: 'state',
}

/** A name of one word more tells so many times as much. */
const FULL = 8

/** What a word of the list, alone or after others, says: "Defense Ministry" is a ministry. */
function listedType(words: readonly string[], { nounTypes }: Reference): ActorType | undefined {
  for (let from = Math.max(0, words.length - 3); from < words.length; from++) {
    const type = nounTypes.get(words.slice(from).join(' '))
    if (type) return type
  }
  return undefined
}

function nameType(phrase: Phrase, reference: Reference): ActorType {
  const { entity, name, kind } = phrase
  if (entity?.subtype) return SUBTYPES[entity.subtype]
  if (entity && entity.type !== 'organization' && entity.type !== 'other') return ENTITIES[entity.type]
  const listed = reference.nounTypes.get(phrase.lemma) ?? listedType(name?.words ?? [], reference)
  if (listed && listed !== 'person' && listed !== 'population') return listed
  return entity ? ENTITIES[entity.type] : (KINDS[kind] ?? 'other')
}

/** The type of actor that a phrase's own words tell; null where they tell none. */
export function phraseType(phrase: Phrase, reference: Reference): ActorType | null {
  if (phrase.form === 'name') return nameType(phrase, reference)
  if (phrase.form === 'pronoun') return phrase.kind === 'person' ? 'person' : null
  const { nounType, kind, number } = phrase
  if (nounType && !(nounType === 'person' && number === PLURAL)) return nounType
  return kind === 'person' || kind === 'people' ? KINDS[kind]! : null
}

/** Type of a chain: what its fullest names say (of several types the commonest), else its first description that tells. */
export function chainType(phrases: readonly Phrase[], reference: Reference): ActorType {
  const weight = new Map<ActorType, number>()
  let best: ActorType | null = null
  for (const phrase of phrases) {
    const type = phrase.form === 'name' ? nameType(phrase, reference) : null
    if (!type || type === 'other') continue
    weight.set(type, (weight.get(type) ?? 0) + FULL ** Math.min(phrase.name!.words.length, 4))
    if (best === null || weight.get(type)! > weight.get(best)!) best = type
  }
  if (best) return best
  for (const form of ['nominal', 'pronoun'] as const)
    for (const phrase of phrases) {
      const type = phrase.form === form ? phraseType(phrase, reference) : null
      if (type) return type
    }
  return 'other'
}

/** Identifiers of the chain's first name that has any; what nationalities belong to is not what they are. */
export function chainLinks(phrases: readonly Phrase[]): Links | undefined {
  const linked = phrases.find(({ entity }) => entity?.links && Object.keys(entity.links).length > 0)
  return linked?.entity?.links
}
