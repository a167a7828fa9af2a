import type { Entity, EntityType } from '../../model/analysis.ts'
import { baseRelation } from '../../model/tree.ts'
import type { Frame } from '../../vocabulary/cues.ts'
import { type Draft, inOrder, type Repair, type RepairContext } from './repair.ts'

type Known = RepairContext['vocabulary']

const CAPITAL = /^\p{Lu}/u
const NAMELIKE = /^\p{Lu}\p{Ll}{2,}$/u
/** What these take as their object can be spoken to or of as one who acts: "accused Borland of", "urged Borland to". */
const ADDRESSING: ReadonlySet<Frame> = new Set(['object-of', 'object-infinitive', 'hearer-infinitive'])

/** Whether the verb tells what somebody does or says. */
const isAct = (verb: Draft, { events, cues }: Known): boolean =>
  events.frames.byPredicate.has(`verb:${verb.lemma.toLowerCase()}`) || cues.verbs.has(verb.lemma.toLowerCase())

/** Whether the word is subject of a verb that somebody must do, or object of one that turns to somebody. */
function acts(tokens: readonly Draft[], word: Draft, known: Known): boolean {
  const verb = tokens[word.head]
  if (verb?.upos !== 'VERB') return false
  if (word.deprel === 'nsubj') return word.index < verb.index && isAct(verb, known)
  const frames = word.deprel === 'obj' ? known.cues.verbs.get(verb.lemma.toLowerCase()) : undefined
  return frames?.some(({ frame, cue }) => cue.sense === 'speech' && ADDRESSING.has(frame)) ?? false
}

/** A word that could be no other: no noun, office or time that the lists know, and nowhere in small letters. */
function isUntold({ text, lemma }: Draft, lowered: ReadonlySet<string>, { reference }: Known): boolean {
  const word = text.toLowerCase()
  const listed = [word, lemma.toLowerCase()].some(
    (form) => reference.nounKinds.has(form) || reference.nounTypes.has(form) || reference.offices.has(form),
  )
  return NAMELIKE.test(text) && !listed && !lowered.has(word) && !reference.pronouns.has(word)
}

/** What the document says of its words. */
interface Seen {
  /** 1 for each token that is part of a name. */
  readonly claimed: Uint8Array
  /** The words that the document also has in small letters. */
  readonly lowered: ReadonlySet<string>
  /** Tokens that are part of a compound or its head. */
  readonly inside: ReadonlySet<number>
  readonly types: ReadonlyMap<string, EntityType | null>
}

/** With nothing before or behind it that could belong to the name, or make a common noun of it ("one Republican"). */
function isAlone(tokens: readonly Draft[], { index, sentence }: Draft): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]]
  const near = [before, after].filter((token) => token?.sentence === sentence)
  return near.every((token) => !CAPITAL.test(token!.text) && !/^(det|nummod|amod|nmod:poss)/.test(token!.deprel))
}

/** A proper noun; or what opens the sentence right before its verb and was taken for an adverb, which no subject is. */
const isName = (tokens: readonly Draft[], { upos, xpos, deprel, index, head, sentence }: Draft): boolean =>
  xpos === 'NNP' ||
  (upos === 'ADV' && deprel === 'nsubj' && head === index + 1 && tokens[index - 1]?.sentence !== sentence)

/** Of each name of one word its type; of the words of longer names null: whose they are is for coreference to tell. */
function typesOfNames({ tokens, entities }: RepairContext): ReadonlyMap<string, EntityType | null> {
  const types = new Map<string, EntityType | null>()
  for (const { first, last, type } of entities)
    for (let at = first; at <= last; at++) {
      const { text } = tokens[at]!
      if (first < last) types.set(text, null)
      else if (!types.has(text)) types.set(text, type)
    }
  return types
}

/** The name that the word is, if it is one. */
function nameOf(word: Draft, { tokens, vocabulary }: RepairContext, seen: Seen): Entity | null {
  const { index, start, end, text } = word
  if (seen.claimed[index] === 1 || seen.inside.has(index) || !isName(tokens, word) || !isAlone(tokens, word))
    return null
  const type = seen.types.get(text)
  if (type === null || !isUntold(word, seen.lowered, vocabulary) || !acts(tokens, word, vocabulary)) return null
  const likely = vocabulary.reference.firstNames.has(text.toLowerCase()) ? 'person' : 'organization'
  return { type: type ?? likely, first: index, last: index, start, end }
}

function addNames(context: RepairContext): void {
  const { tokens, entities } = context
  const claimed = new Uint8Array(tokens.length)
  for (const { first, last } of entities) claimed.fill(1, first, last + 1)
  const lowered = new Set(tokens.flatMap(({ text }) => (/^\p{Ll}/u.test(text) ? [text] : [])))
  const inside = new Set(
    tokens.flatMap((token) => (/^(flat|compound)/.test(baseRelation(token)) ? [token.head, token.index] : [])),
  )
  const seen = { claimed, lowered, inside, types: typesOfNames(context) }
  const found = tokens.flatMap((word): Entity[] => {
    const name = nameOf(word, context, seen)
    if (!name) return []
    Object.assign(word, { upos: 'PROPN', xpos: 'NNP' })
    return [name]
  })
  context.entities = inOrder([...entities, ...found])
}

export const actingNames: Repair = {
  id: 'acting-names',
  example: 'Borland recalled its ambassador.',
  reason: 'One word that acts in the sentence as a name does is a name that the recogniser missed.',
  repair: addNames,
}
