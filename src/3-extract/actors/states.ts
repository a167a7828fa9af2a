import type { Analysis, Entity, Mention } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import { foldName } from '../../vocabulary/reference.ts'
import { Unlisted } from './polities.ts'
import type { Entry, Register } from './register.ts'
import { oneLine, opensWithOf, relation, type Words } from './words.ts'

/** Types that belong to a state whose name stands with them. */
const TIED = new Set(['military', 'government'])
/** The nation of a person stands with one of his first mentions. */
const LOOKED_AT = 8
/** So many letters of a people's name are its stem: "Kurds", "Kurdish". */
const STEM = 4

/** The states of the document by code. */
export class States {
  private readonly byCode = new Map<string, Entry>()

  constructor(
    private readonly register: Register,
    private readonly words: Words,
  ) {
    for (const entry of register.all()) {
      const code = entry.type === 'state' ? entry.links?.iso3 : undefined
      if (!code) continue
      const known = this.byCode.get(code)
      if (known) register.merge(known, entry)
      else this.byCode.set(code, entry)
    }
  }

  /** The state with this code; it is taken up where nothing has named it so far. */
  of(code: string): Entry {
    const known = this.byCode.get(code)
    if (known) return known
    const entry = this.register.add('state', { iso3: code })
    this.byCode.set(code, entry)
    return entry
  }

  /** The state that a phrase's own words tie it to: "Arendian forces", "the army of Arendia", "Arendia's army". */
  over(token: number): Entry | null {
    const { tokens } = this.words
    for (const child of this.words.children(token)) {
      const kind = relation(tokens[child]!)
      if (kind !== 'amod' && kind !== 'compound' && kind !== 'nmod') continue
      const owner = this.register.owner(child)
      if (owner?.type === 'state' && (kind !== 'nmod' || this.belongs(child))) return owner
    }
    return null
  }

  private belongs(child: number): boolean {
    const { deprel } = this.words.tokens[child]!
    return deprel === 'nmod:poss' || deprel === 'nmod:desc' || opensWithOf(this.words, child)
  }
}

const nameOf = (words: Words, { start, end }: Entity): string => words.text.slice(start, end)

/** Adjectives of nations stand for their state; those of peoples without one, for the people. */
export function takeNationalities(
  register: Register,
  states: States,
  words: Words,
  { entities }: Analysis,
  { reference }: Vocabulary,
): void {
  const unlisted = new Unlisted(register.all())
  const peoples = new Map<string, Entry>()
  for (const entry of register.all())
    if (entry.type === 'population') for (const name of entry.names) peoples.set(foldName(name).slice(0, STEM), entry)
  for (const entity of entities) {
    if (entity.type !== 'nationality' || register.owner(entity.last)) continue
    const name = nameOf(words, entity)
    const code = entity.links?.iso3
    const stem = foldName(name).slice(0, STEM)
    if (!code && reference.regions.has(name.toLowerCase())) continue
    const entry = code
      ? states.of(code)
      : (unlisted.called(name) ?? peoples.get(stem) ?? register.add('population', undefined))
    if (entry.type === 'population') peoples.set(stem, entry)
    entry.others.push(name)
    entry.mentions.push({ start: entity.start, end: entity.end })
    for (let token = entity.first; token <= entity.last; token++) register.own(entry, token)
  }
}

/** Does a name say no more than whose government it is: "Syrian Government", and not "Federal Government of Iraq"? */
function saysOnlyWhose(words: Words, register: Register, mention: Mention, state: Entry): boolean {
  if (mention.form !== 'name') return true
  const { first, last } = words.range(mention.head)
  for (let token = first; token <= last; token++)
    if (token !== mention.token && words.tokens[token]!.upos !== 'ADP' && register.owner(token) !== state) return false
  return true
}

/** "The Arendian government" is Arendia; "Arendian troops" stay themselves, tied to Arendia. */
export function tieToStates(register: Register, states: States, words: Words, { actorPhrases }: Vocabulary): void {
  for (const entry of register.all()) {
    const mention = entry.chain?.mentions.find(({ form, token }) => form !== 'pronoun' && states.over(token) !== null)
    if (!mention || entry.type === 'state') continue
    const state = states.over(mention.token)!
    const { lemma, xpos } = words.tokens[mention.token]!
    const one = xpos !== 'NNS' && xpos !== 'NNPS'
    if (one && actorPhrases.ofTheState.has(lemma.toLowerCase()) && saysOnlyWhose(words, register, mention, state)) {
      state.others.push(
        ...entry.names.splice(0),
        ...entry.descriptions.splice(0).filter((words) => words.includes(' ')),
      )
      register.merge(state, entry)
    } else if (TIED.has(entry.type) && !entry.links && state.links) entry.links = state.links
  }
}

/** "His country" is that of the nation in his title: "the Arendian minister". */
export function tieCountries(register: Register, states: States, words: Words, { reference }: Vocabulary): void {
  for (const entry of register.all()) {
    const mention = entry.chain?.mentions[0]
    if (
      entry.type !== 'state' ||
      entry.names.length > 0 ||
      !mention ||
      !reference.definiteNouns.has(words.tokens[mention.token]!.lemma)
    )
      continue
    const owner = words.children(mention.token).find((child) => words.tokens[child]!.xpos === 'PRP$')
    const person = owner === undefined ? undefined : register.owner(owner)
    const state = person?.chain?.mentions
      .slice(0, LOOKED_AT)
      .map(({ token }) => nationOf(states, register, words, token))
      .find((found) => found)
    if (state) register.merge(state, entry)
  }
}

/** The state of a person's phrase: on the name itself or on the title before it. */
function nationOf(states: States, register: Register, words: Words, token: number): Entry | null {
  const direct = states.over(token)
  if (direct) return direct
  for (const child of words.children(token)) {
    const found = relation(words.tokens[child]!) === 'acl' ? null : states.over(child)
    if (found) return found
  }
  return register.owner(token - 1)?.type === 'state' ? register.owner(token - 1)! : null
}

/** A capital that speaks is the government that sits there. */
export function takeCapitals(
  register: Register,
  states: States,
  words: Words,
  { entities }: Analysis,
  { cues }: Vocabulary,
): void {
  for (const { type, subtype, links, first, last } of entities) {
    if (type !== 'place' || subtype !== 'city' || !links?.iso3) continue
    for (let token = first; token <= last; token++) {
      const { deprel, head } = words.tokens[token]!
      if (deprel !== 'nsubj' || head < 0) continue
      const speaks = cues.verbs.get(words.tokens[head]!.lemma)?.some(({ cue }) => cue.sense === 'speech')
      if (!speaks) continue
      const state = states.of(links.iso3)
      for (let k = first; k <= last; k++) register.move(k, state)
      state.descriptions.push(oneLine(words.text.slice(words.tokens[first]!.start, words.tokens[last]!.end)))
      state.mentions.push({ start: words.tokens[first]!.start, end: words.tokens[last]!.end })
    }
  }
}
