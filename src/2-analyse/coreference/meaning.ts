import type { Entity, Token } from '../../model/analysis.ts'
import type { ActorType } from '../../model/reading.ts'
import type { NounKind, Pronoun, Reference } from '../../vocabulary/reference.ts'
import type { Extent } from './find-phrases.ts'
import { FEMALE, type Kind, MALE, NEUTER, PLURAL, SINGULAR } from './mention.ts'

const ANYONE = MALE | FEMALE
const ANYTHING = MALE | FEMALE | NEUTER
const EITHER = SINGULAR | PLURAL

const TYPE_KINDS: Readonly<Record<ActorType, Kind>> = {
  person: 'person',
  state: 'state',
  government: 'organization',
  military: 'organization',
  'armed-group': 'organization',
  coalition: 'organization',
  organization: 'organization',
  company: 'organization',
  media: 'organization',
  population: 'people',
  place: 'place',
  agreement: 'thing',
  other: 'unknown',
}
const NOUN_KINDS: Readonly<Record<NounKind, Kind>> = {
  person: 'person',
  group: 'organization',
  place: 'place',
  time: 'time',
  event: 'event',
  act: 'event',
  animal: 'animal',
}
const ENTITY_KINDS: Readonly<Record<Entity['type'], Kind>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  nationality: 'people',
  event: 'event',
  agreement: 'thing',
  title: 'person',
  other: 'unknown',
}
const GENDERS = { m: MALE, f: FEMALE, n: NEUTER, p: ANYONE, x: ANYTHING } as const
const NUMBERS = { singular: SINGULAR, plural: PLURAL, either: EITHER } as const
/** The words of a name and the gender that its title tells. */
export interface Named {
  readonly texts: readonly string[]
  readonly title: 'm' | 'f' | null
}

/** The noun with the words before it that make one noun with it in the list: "prime minister". */
function nounKey(tokens: readonly Token[], token: number, listed: { has(key: string): boolean }): string {
  const lemma = tokens[token]!.lemma.toLowerCase()
  const plain = listed.has(tokens[token]!.text.toLowerCase()) ? tokens[token]!.text.toLowerCase() : lemma
  let key = plain
  let best = plain
  for (let k = token - 1; k >= Math.max(0, token - 3) && tokens[k]!.sentence === tokens[token]!.sentence; k--) {
    key = `${tokens[k]!.text.toLowerCase()} ${key}`
    if (listed.has(key)) best = key
  }
  return best
}

/** Says what the words of a phrase tell: kind, number, gender. */
export class Meaning {
  constructor(
    private readonly tokens: readonly Token[],
    private readonly reference: Reference,
  ) {}

  pronoun(token: number): Pronoun | undefined {
    return this.reference.pronouns.get(this.tokens[token]!.text.toLowerCase())
  }

  /** Type of actor that the list gives for a noun. */
  nounType(token: number): ActorType | undefined {
    if (this.isIdiom(token)) return undefined
    return this.reference.nounTypes.get(nounKey(this.tokens, token, this.reference.nounTypes))
  }

  /** "Took office", "in office". */
  private isIdiom(token: number): boolean {
    const before = this.tokens[token - 1]?.upos
    return (
      (before === 'VERB' || before === 'ADP') && this.reference.neverBare.has(this.tokens[token]!.lemma.toLowerCase())
    )
  }

  /** What the phrase names; `texts` are the words of its name. */
  kind({ token, form, entity, group }: Extent, texts: readonly string[]): Kind {
    if (form === 'pronoun') return pronounKind(this.pronoun(token)?.id)
    if (entity) return entity.type === 'place' && entity.subtype === 'state' ? 'state' : ENTITY_KINDS[entity.type]
    const key = nounKey(this.tokens, token, this.reference.nounTypes)
    const type = this.reference.nounTypes.get(key)
    if (form === 'name') return this.nameKind(token, texts, type)
    if (this.isIdiom(token)) return 'thing'
    const plural = this.isPlural(token) || group
    const listed = type ? TYPE_KINDS[type] : NOUN_KINDS[this.reference.nounKinds.get(key) ?? ('none' as NounKind)]
    return listed === 'person' && plural ? 'people' : (listed ?? 'thing')
  }

  /** Of a name that the recogniser did not find. */
  private nameKind(token: number, texts: readonly string[], type: ActorType | undefined): Kind {
    const { honorifics, firstNames, nounKinds } = this.reference
    const titled = texts.some((text) => honorifics.get(text.toLowerCase().replaceAll('.', '')))
    if (titled || (texts.length > 1 && texts.some((text) => firstNames.has(text.toLowerCase())))) return 'person'
    if (nounKinds.get(this.tokens[token]!.lemma.toLowerCase()) === 'time') return 'time'
    return type ? TYPE_KINDS[type] : 'unknown'
  }

  private isPlural(token: number): boolean {
    const { xpos, lemma } = this.tokens[token]!
    return xpos === 'NNS' || xpos === 'NNPS' || this.reference.pluralNouns.has(lemma.toLowerCase())
  }

  number({ token, group, form, entity }: Extent, kind: Kind): number {
    if (group) return PLURAL
    if (form === 'pronoun') return NUMBERS[this.pronoun(token)?.number ?? 'either']
    if (kind === 'organization' || kind === 'state') return this.isPlural(token) && !entity ? PLURAL : EITHER
    return this.isPlural(token) ? PLURAL : SINGULAR
  }

  gender({ token, form }: Extent, kind: Kind, named: Named | null): number {
    const { reference } = this
    if (form === 'pronoun') return GENDERS[this.pronoun(token)?.gender ?? 'x']
    if (kind === 'people' || kind === 'unknown') return ANYTHING
    if (kind === 'animal') return ANYTHING
    if (kind !== 'person') return NEUTER
    const first = named?.texts.map((text) => reference.firstNames.get(text.toLowerCase())).find((gender) => gender)
    const told = named
      ? (named.title ?? first)
      : reference.nounGender.get(nounKey(this.tokens, token, reference.nounGender))
    return told ? GENDERS[told] : ANYONE
  }
}

function pronounKind(id: string | undefined): Kind {
  if (id === 'i' || id === 'you' || id === 'he' || id === 'she') return 'person'
  return id === 'we' ? 'people' : 'unknown'
}
