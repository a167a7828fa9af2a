import type { Entity, Token } from '../../model/analysis.ts'
import type { ActorType } from '../../model/reading.ts'
import type { NounKind, Reference } from '../../vocabulary/reference.ts'
import { baseRelation, type Tree } from '../shared/tree.ts'
import type { Named } from '../steps.ts'
import type { Extent } from './find-phrases.ts'
import { type Article, FEMALE, type Kind, MALE, NEUTER, type Phrase, type Place, PLURAL, SINGULAR } from './mention.ts'
import { nameForm, nameTokens } from './name-form.ts'

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
const RELATION_PLACES: Readonly<Record<string, Place>> = {
  nsubj: 'subject',
  csubj: 'subject',
  obj: 'object',
  iobj: 'indirect',
  obl: 'oblique',
  nmod: 'modifier',
  appos: 'apposition',
  compound: 'compound',
  conj: 'conjunct',
  root: 'root',
  vocative: 'vocative',
}
const DETERMINERS: Readonly<Record<string, Article>> = {
  the: 'definite',
  a: 'indefinite',
  an: 'indefinite',
  this: 'demonstrative',
  that: 'demonstrative',
  these: 'demonstrative',
  those: 'demonstrative',
}
const GENDERS = { m: MALE, f: FEMALE, n: NEUTER, p: ANYONE, x: ANYTHING } as const
const NUMBERS = { singular: SINGULAR, plural: PLURAL, either: EITHER } as const
const MODIFIERS = new Set(['amod', 'compound', 'nummod', 'nmod', 'acl'])

/** The noun with the words before it that make one noun with it in the list: "prime minister". */
export function nounKey(tokens: readonly Token[], token: number, listed: { has(key: string): boolean }): string {
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

/** Says of each extent what it is: kind, number, gender, article, place in its clause. */
export class Describer {
  private readonly tokens: readonly Token[]
  private readonly clauses: Int32Array
  private readonly quotations: Int32Array

  constructor(
    private readonly analysis: Named,
    private readonly tree: Tree,
    private readonly reference: Reference,
  ) {
    this.tokens = analysis.tokens
    this.clauses = clauseHeads(analysis.tokens)
    this.quotations = quotationsOf(analysis)
  }

  describe(extent: Extent, id: number, depth: number): Phrase {
    const token = this.tokens[extent.token]!
    const named = extent.form === 'name' ? this.named(extent) : null
    const pronoun = extent.form === 'pronoun' ? (this.reference.pronouns.get(token.text.toLowerCase()) ?? null) : null
    const noun = extent.form === 'nominal' && !extent.group ? nounKey(this.tokens, extent.token, this.reference.nounTypes) : ''
    const kind = this.kind(extent, named?.texts ?? [])
    const governor = this.governor(extent.token)
    return {
      ...this.spans(extent),
      id,
      depth,
      form: extent.form,
      token: extent.token,
      first: extent.first,
      last: extent.last,
      group: extent.group,
      sentence: token.sentence,
      lemma: token.lemma.toLowerCase(),
      entity: extent.entity,
      pronoun,
      name: named?.form ?? null,
      kind: extent.group && kind === 'person' ? 'people' : kind,
      nounType: this.reference.nounTypes.get(noun) ?? null,
      titles: kind === 'person' && extent.form === 'name' ? this.titles(extent) : [],
      number: this.number(extent, kind),
      gender: this.gender(extent, kind, named),
      article: this.article(extent.token),
      place: this.place(token),
      modifiers: this.modifiers(extent),
      governor,
      clause: governor < 0 ? extent.token : this.clauses[governor]!,
      quotation: this.quotations[extent.token]!,
    }
  }

  private spans({ token, first, last, form, group, entity }: Extent) {
    const { tokens } = this
    const range = (a: number, b: number) => ({ start: tokens[a]!.start, end: tokens[b]!.end })
    if (group) return { ...range(first, last), head: range(token, token) }
    const head = form === 'name' ? nameTokens(tokens, this.tree, { token, first, last, form, group, entity }, this.reference) : null
    return { ...range(first, last), head: head ? range(head.first, head.last) : range(token, token) }
  }

  private named(extent: Extent) {
    const { first, last } = nameTokens(this.tokens, this.tree, extent, this.reference)
    const before = first - 1
    // A title before the name belongs to the phrase, not to the name: it tells the gender.
    const titled = before >= extent.first ? [this.tokens[before]!] : []
    const texts = [...titled, ...this.tokens.slice(first, last + 1)].map((token) => token.text)
    const whole = nameForm(texts, this.reference)
    const bare = titled.length ? nameForm(texts.slice(1), this.reference) : whole
    return { texts, form: bare.form, title: whole.title }
  }

  private kind({ token, form, entity, group }: Extent, texts: readonly string[]): Kind {
    if (form === 'pronoun') return pronounKind(this.reference.pronouns.get(this.tokens[token]!.text.toLowerCase())?.id)
    if (entity) return entity.type === 'place' && entity.subtype === 'state' ? 'state' : ENTITY_KINDS[entity.type]
    const key = nounKey(this.tokens, token, this.reference.nounTypes)
    const plural = this.isPlural(token) || group
    const type = this.reference.nounTypes.get(key)
    if (form === 'name') {
      const titled = texts.some((text) => this.reference.honorifics.get(text.toLowerCase().replaceAll('.', '')))
      if (titled || (texts.length > 1 && texts.some((text) => this.reference.firstNames.has(text.toLowerCase())))) return 'person'
      if (this.reference.nounKinds.get(this.tokens[token]!.lemma.toLowerCase()) === 'time') return 'time'
      return type ? TYPE_KINDS[type] : 'unknown'
    }
    const listed = type ? TYPE_KINDS[type] : NOUN_KINDS[this.reference.nounKinds.get(key) ?? 'none' as NounKind]
    return listed === 'person' && plural ? 'people' : (listed ?? 'thing')
  }

  private isPlural(token: number): boolean {
    const { xpos, lemma } = this.tokens[token]!
    return xpos === 'NNS' || xpos === 'NNPS' || this.reference.pluralNouns.has(lemma.toLowerCase())
  }

  private number({ token, group, form, entity }: Extent, kind: Kind): number {
    if (group) return PLURAL
    if (form === 'pronoun') return NUMBERS[this.reference.pronouns.get(this.tokens[token]!.text.toLowerCase())?.number ?? 'either']
    if (kind === 'organization' || kind === 'state') return this.isPlural(token) && !entity ? PLURAL : EITHER
    return this.isPlural(token) ? PLURAL : SINGULAR
  }

  private gender({ token, form }: Extent, kind: Kind, named: { texts: readonly string[]; title: 'm' | 'f' | null } | null): number {
    const { reference } = this
    if (form === 'pronoun') return GENDERS[reference.pronouns.get(this.tokens[token]!.text.toLowerCase())?.gender ?? 'x']
    if (kind === 'people' || kind === 'unknown') return ANYTHING
    if (kind === 'animal') return ANYTHING
    if (kind !== 'person') return NEUTER
    const first = named?.texts.map((text) => reference.firstNames.get(text.toLowerCase())).find((gender) => gender)
    const told = named ? (named.title ?? first) : reference.nounGender.get(nounKey(this.tokens, token, reference.nounGender))
    return told ? GENDERS[told] : ANYONE
  }

  /** Offices before a person's name, by their last word: "minister" of "Arendia's foreign minister Abara". */
  private titles({ first, token }: Extent): string[] {
    const out: string[] = []
    for (let at = Math.max(first, token - 8); at < token; at++) {
      const word = this.tokens[at]!.text.toLowerCase()
      if (this.reference.offices.has(word)) out.push(word)
    }
    return out
  }

  private article(token: number): Article {
    let found: Article = 'bare'
    for (const child of this.tree.children(token)) {
      const { deprel, lemma, text } = this.tokens[child]!
      if (deprel === 'det') return DETERMINERS[text.toLowerCase()] ?? DETERMINERS[lemma] ?? 'quantified'
      if (deprel === 'nmod:poss') found = 'possessive'
      else if (deprel === 'nummod' && found === 'bare') found = 'number'
    }
    return found
  }

  private place(token: Token): Place {
    if (token.deprel === 'nsubj:pass') return 'passive'
    if (token.deprel === 'obl:agent') return 'agent'
    if (token.deprel === 'nmod:poss') return 'possessor'
    if (this.tree.children(token.index).some((child) => this.tokens[child]!.deprel === 'cop')) return 'predicate'
    return RELATION_PLACES[baseRelation(token)] ?? 'other'
  }

  private modifiers({ token, first, last, form }: Extent): string[] {
    if (form !== 'nominal') return []
    const out: string[] = []
    for (const child of this.tree.children(token)) {
      if (child < first || child > last || out.length === 6) continue
      if (MODIFIERS.has(baseRelation(this.tokens[child]!))) out.push(this.tokens[child]!.lemma.toLowerCase())
    }
    return out
  }

  private governor(token: number): number {
    let at = token
    for (let k = 0; k < 20 && this.tokens[at]!.head >= 0 && baseRelation(this.tokens[at]!) === 'conj'; k++) at = this.tokens[at]!.head
    return this.tokens[at]!.head
  }
}

function pronounKind(id: string | undefined): Kind {
  if (id === 'i' || id === 'you' || id === 'he' || id === 'she') return 'person'
  return id === 'we' ? 'people' : 'unknown'
}

const CLAUSAL = new Set(['root', 'ccomp', 'advcl', 'acl', 'xcomp', 'parataxis', 'csubj'])

/** Of each token, the head of the clause it stands in: itself, or the nearest ancestor with a clausal relation. */
function clauseHeads(tokens: readonly Token[]): Int32Array {
  const heads = new Int32Array(tokens.length).fill(-1)
  for (const token of tokens) {
    const path: number[] = []
    let at = token.index
    while (heads[at]! < 0 && tokens[at]!.head >= 0 && !isClauseHead(tokens, at)) {
      path.push(at)
      at = tokens[at]!.head
    }
    const head = heads[at]! < 0 ? at : heads[at]!
    heads[at] = head
    for (const step of path) heads[step] = head
  }
  return heads
}

function isClauseHead(tokens: readonly Token[], at: number): boolean {
  const relation = baseRelation(tokens[at]!)
  return CLAUSAL.has(relation) || (relation === 'conj' && tokens[at]!.upos === 'VERB')
}

/** Of each token, the innermost quotation that holds it, or -1. */
function quotationsOf({ tokens, quotations }: Named): Int32Array {
  const out = new Int32Array(tokens.length).fill(-1)
  const order = quotations.map((_, k) => k).sort((a, b) => quotations[a]!.level - quotations[b]!.level)
  const at = (offset: number) => {
    let low = 0
    let high = tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (tokens[middle]!.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  for (const k of order) for (let i = at(quotations[k]!.start); i < tokens.length && tokens[i]!.end <= quotations[k]!.end; i++) out[i] = k
  return out
}
