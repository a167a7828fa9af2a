import type { Mention, Token } from '../../model/analysis.ts'
import type { ActorType } from '../../model/reading.ts'
import type { ActorPhrases } from '../../vocabulary/actor-phrases.ts'
import type { Cues, Frame } from '../../vocabulary/cues.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Entry, Register } from './register.ts'
import { ACRONYM, opensWithOf, relation, type Words } from './words.ts'

/** What the recogniser takes a state for that no list knows. */
const MISTAKEN: ReadonlySet<ActorType> = new Set(['person', 'place', 'organization', 'other'])
/** Fewer letters say too little. */
const STEM = 4
const CAPITAL = /^\p{Lu}/u
const MODIFYING = new Set(['compound', 'amod'])

/** The noun that a name stands to as owner: "Velmar's *minister*", "the *minister* of Velmar"; -1: to none. */
function ownedBy(words: Words, token: number): number {
  const { deprel, head } = words.tokens[token]!
  if (head < 0 || relation(words.tokens[token]!) !== 'nmod') return -1
  return deprel === 'nmod:poss' || opensWithOf(words, token) ? head : -1
}

/** A noun alone and with what modifies it: "minister", "foreign minister"; the title before a name: "President". */
export function phrasesOf(words: Words, noun: number): string[] {
  const lemma = (token: number): string => words.tokens[token]!.lemma.toLowerCase()
  const before = words.children(noun).filter((k) => MODIFYING.has(relation(words.tokens[k]!)))
  const titles = words.children(noun).filter((k) => words.tokens[k]!.deprel === 'nmod:desc')
  return [
    lemma(noun),
    ...titles.flatMap((title) => phrasesOf(words, title)),
    ...before.map((k) => `${lemma(k)} ${lemma(noun)}`),
  ]
}

const ENDINGS = new Set(['n', 'an', 'ian', 'i', 'ese', 'ish', 'ic'])

/** Is a word the adjective of a name: "Arendian" of Arendia, "Velmari" of Velmar? */
export function isAdjectiveOf(word: string, name: string): boolean {
  const [long, short] = [word.toLowerCase(), name.toLowerCase()]
  return [short, short.replace(/[aeiouy]+$/, '')].some(
    (stem) => stem.length >= STEM && long.startsWith(stem) && long !== short && ENDINGS.has(long.slice(stem.length)),
  )
}

/** Words with something each, to be found by a name or adjective that begins alike: however many, few are compared. */
class Alike<T> {
  private readonly byStem = new Map<string, { readonly word: string; readonly of: T }[]>()

  add(word: string, of: T): void {
    const stem = word.slice(0, STEM).toLowerCase()
    const known = this.byStem.get(stem)
    if (known) known.push({ word, of })
    else this.byStem.set(stem, [{ word, of }])
  }

  find(word: string): readonly { readonly word: string; readonly of: T }[] {
    return this.byStem.get(word.slice(0, STEM).toLowerCase()) ?? []
  }
}

/** The states that no list knows, by the adjectives of their names. */
export class Unlisted {
  private readonly names = new Alike<Entry>()

  constructor(entries: readonly Entry[]) {
    for (const entry of entries)
      if (entry.type === 'state' && !entry.links) for (const name of entry.names) this.names.add(name, entry)
  }

  /** "Arendian": Arendia. */
  called(adjective: string): Entry | null {
    return this.names.find(adjective).find(({ word }) => isAdjectiveOf(adjective, word))?.of ?? null
  }
}

/** What tells that a name is a state's, gathered once for a document. */
interface Signs {
  /** "Velmari", of "the Velmari army". */
  readonly adjectives: Alike<null>
  /** Last names of people who are called by their first names, too. */
  readonly lastNames: ReadonlySet<string>
}

function signsOf(register: Register, words: Words, { ofAState }: ActorPhrases): Signs {
  const adjectives = new Alike<null>()
  for (const token of words.tokens)
    if (token.head >= 0 && MODIFYING.has(relation(token)) && phrasesOf(words, token.head).some((p) => ofAState.has(p)))
      adjectives.add(token.text, null)
  const people = register.all().filter(({ type }) => type === 'person')
  const full = people.flatMap(({ names }) => names.filter((name) => name.includes(' ')))
  return { adjectives, lastNames: new Set(full.map((name) => name.slice(name.lastIndexOf(' ') + 1))) }
}

/** May a name be a state's: one word, or two where it is not taken for somebody's first and last name? */
const mayBeState = (name: string, type: ActorType): boolean =>
  !ACRONYM.test(name) && name.split(' ').length <= (type === 'person' ? 1 : 2)

const OF_THINGS = new Set(['it', 'its', 'itself'])

/** Is somebody addressed by a title, called "he", or known by a first name, too? */
function isSomebody(words: Words, { chain, names }: Entry, { lastNames }: Signs): boolean {
  const titled = ({ form, token }: Mention): boolean =>
    form === 'name' && words.children(token).some((k) => k < token && relation(words.tokens[k]!) === 'compound')
  const spoken = ({ form, token }: Mention): boolean =>
    form === 'pronoun' && !OF_THINGS.has(words.tokens[token]!.lemma.toLowerCase())
  return chain!.mentions.some((m) => titled(m) || spoken(m)) || names.some((name) => lastNames.has(name))
}

const ADDRESSING: ReadonlySet<Frame> = new Set(['on-infinitive', 'object-infinitive', 'hearer-infinitive'])

/** "Called on Borland to withdraw": a place that is told to do something is whoever rules it. */
function isAddressed(words: Words, { form, token }: Mention, { verbs }: Pick<Cues, 'verbs'>): boolean {
  const { head, deprel } = words.tokens[token]!
  // Known towns and regions stay what they are.
  if (form !== 'name' || head < 0 || words.entityAt(token)?.subtype || (deprel !== 'obj' && deprel !== 'obl'))
    return false
  const frames = verbs.get(words.tokens[head]!.lemma.toLowerCase()) ?? []
  const on = words.children(token).some((k) => /^(on|upon)$/i.test(words.tokens[k]!.text))
  const taken = frames.some(({ frame, cue }) => {
    return cue.sense === 'speech' && ADDRESSING.has(frame) && (frame === 'on-infinitive') === (deprel === 'obl' && on)
  })
  return taken && words.children(head).some((k) => k > token && words.tokens[k]!.xpos === 'VB')
}

/** "Its ambassador", where "its" is the name's by reference, or its clause has the name for a subject. */
function hasItsOwn(words: Words, { chain }: Entry, { itsOfAState }: ActorPhrases): boolean {
  const { tokens, children } = words
  const isIts = (token: number): boolean =>
    tokens[token]!.deprel === 'nmod:poss' &&
    OF_THINGS.has(tokens[token]!.lemma.toLowerCase()) &&
    phrasesOf(words, tokens[token]!.head).some((phrase) => itsOfAState.has(phrase))
  const owns = ({ form, token }: Mention): boolean => {
    if (form === 'pronoun') return isIts(token)
    const { deprel, head } = tokens[token]!
    if (form !== 'name' || deprel !== 'nsubj' || head < 0) return false
    return children(head).some((k) => tokens[k]!.deprel === 'obj' && children(k).some(isIts))
  }
  // "The Front" is no state, whatever it has.
  const article = ({ form, token }: Mention): boolean =>
    form === 'name' && children(token).some((k) => relation(tokens[k]!) === 'det')
  return chain!.mentions.some(owns) && !chain!.mentions.some(article)
}

function isState(words: Words, entry: Entry, signs: Signs, { actorPhrases: phrases, cues }: Vocabulary): boolean {
  const { chain, links, names, type } = entry
  if (!chain || links || names.length === 0 || !MISTAKEN.has(type)) return false
  if (!names.every((name) => mayBeState(name, type))) return false
  const owns = ({ form, token }: Mention): boolean => {
    const noun = form === 'name' ? ownedBy(words, token) : -1
    return noun >= 0 && phrasesOf(words, noun).some((phrase) => phrases.ofAState.has(phrase))
  }
  const named = (name: string): boolean => signs.adjectives.find(name).some(({ word }) => isAdjectiveOf(word, name))
  const told = chain.mentions.some(owns) || names.some(named) || hasItsOwn(words, entry, phrases)
  if (!told && type === 'place') return chain.mentions.some((mention) => isAddressed(words, mention, cues))
  return told && !(type === 'person' && isSomebody(words, entry, signs))
}

/** Lets the adjectives of states that no list knows stand for them, also those that were taken for somebody's name. */
function takeAdjectives(register: Register, words: Words): void {
  const states = new Unlisted(register.all())
  for (const [index, token] of words.tokens.entries()) {
    if (!MODIFYING.has(relation(token)) || !CAPITAL.test(token.text)) continue
    const entity = words.entityAt(index)
    const state = entity && entity.first !== entity.last ? null : states.called(token.text)
    const owner = register.owner(index)
    if (!state || owner === state) continue
    if (owner) forget(owner, token)
    register.move(index, state)
    state.others.push(token.text)
    state.mentions.push({ start: token.start, end: token.end })
  }
}

/** "Velmar City", where Velmar is a state: a place of its own. */
function splitPlaces(register: Register, words: Words, state: Entry): void {
  const longer = state.names.filter((name) =>
    state.names.some((short) => name.toLowerCase().startsWith(`${short.toLowerCase()} `)),
  )
  if (longer.length === 0) return
  const place = register.add('place', undefined)
  for (const { form, head } of state.chain!.mentions) {
    const name = words.text.slice(head.start, head.end)
    if (form !== 'name' || !longer.includes(name)) continue
    if (!place.names.includes(name)) place.names.push(name)
    const { first, last } = words.range(head)
    for (let token = first; token <= last; token++) register.move(token, place)
    forget(state, { text: name, start: head.start })
    place.mentions.push(head)
  }
}

/** Takes a mention from who was thought to be called so. */
function forget({ names, mentions }: Entry, { text, start }: Pick<Token, 'text' | 'start'>): void {
  const at = mentions.findIndex((mention) => mention.start === start)
  if (at >= 0) mentions.splice(at, 1)
  const name = names.indexOf(text)
  if (name >= 0) names.splice(name, 1)
}

/**
 * A name that no list knows, of one that has what states have ("Velmar's foreign minister", "the Velmari army"), is a
 * state's, whatever the recogniser took it for; and so is its adjective.
 */
export function takePolities(register: Register, words: Words, vocabulary: Vocabulary): void {
  const signs = signsOf(register, words, vocabulary.actorPhrases)
  for (const entry of register.all()) {
    if (!isState(words, entry, signs, vocabulary)) continue
    entry.type = 'state'
    splitPlaces(register, words, entry)
  }
  takeAdjectives(register, words)
}
