import type { Analysis } from '../../model/analysis.ts'
import type { Argument } from '../../model/clause.ts'
import type { ActorId } from '../../model/records.ts'
import type { Context } from '../context.ts'
import { argumentsInPhrase, tokensIn } from './phrase.ts'

/** Inside a phrase that is no actor, whose is it? "Borland's capital", "the Borland embassy", "sanctions on Borland". */
const OWNERS: readonly ((phrase: Argument) => boolean)[] = [
  (phrase) => phrase.role === 'possessor',
  (phrase) => phrase.role === 'modifier',
  (phrase) => phrase.role === 'oblique' && phrase.preposition === 'of',
  (phrase) => phrase.role === 'oblique' && phrase.preposition === 'by',
  (phrase) => phrase.role === 'oblique',
  (phrase) => phrase.role === 'subject' || phrase.role === 'object',
]
const DEPTH = 3

/** Where a thing lies is not whose it is: "ships in the Red Sea" are nobody's, "troops in Borland" may be. */
const WHERE = new Set([
  'in',
  'at',
  'near',
  'off',
  'inside',
  'outside',
  'along',
  'around',
  'across',
  'through',
  'over',
  'within',
  'above',
  'under',
])

const isOnlyWhere = (part: Argument, id: ActorId, context: Context): boolean =>
  part.role === 'oblique' && WHERE.has(part.preposition ?? '') && context.actor(id).type === 'place'

/** "An Iranian-backed vessel" is not Iran's: the name belongs to the participle. */
function isInCompound(part: Argument, { analysis: { tokens } }: Context): boolean {
  const hyphen = tokens[part.head + 1]?.text
  return (hyphen === '-' || hyphen === '–') && tokens[part.head + 2]?.upos === 'VERB'
}

/** How far behind "and" the other side's name may stand. */
const REACH = 8

/** Two sides stand "between": where the parse gives one, the other is the next actor after an "and" in the sentence. */
function otherSide(phrase: Argument, first: ActorId, context: Context): readonly ActorId[] {
  const { tokens } = context.analysis
  const sentence = tokens[phrase.head]?.sentence
  for (let at = phrase.head + 1; tokens[at]?.sentence === sentence; at++) {
    if (tokens[at]?.upos !== 'CCONJ') continue
    for (let after = at + 1; after <= at + REACH && tokens[after]?.sentence === sentence; after++) {
      const id = context.actorAt(after)
      if (id !== null && id !== first) return [id]
    }
  }
  return []
}

const FIRST_PERSON = new Set(['i', 'me', 'my'])
const SPEAKERS = new WeakMap<Analysis, ReadonlyMap<number, number>>()

/** Of every "I", the head word of the source in whose words it stands; of nested sources the inner one. */
function speakersOfI(analysis: Analysis): ReadonlyMap<number, number> {
  let speakers = SPEAKERS.get(analysis)
  if (!speakers) {
    const made = new Map<number, number>()
    const pronouns = analysis.tokens.filter((t) => t.upos === 'PRON' && FIRST_PERSON.has(t.text.toLowerCase()))
    for (const { content, sourceToken } of analysis.attributions)
      if (sourceToken !== undefined)
        for (const span of content) for (const token of tokensIn(pronouns, span)) made.set(token.index, sourceToken)
    SPEAKERS.set(analysis, made)
    speakers = made
  }
  return speakers
}

/** Whom "I" means where nothing before told: who says the words in which it stands. */
function speakerOf(phrase: Argument, context: Context): readonly ActorId[] {
  const source = speakersOfI(context.analysis).get(phrase.head)
  return source === undefined ? [] : context.actorsAt(source)
}

/** The actors that a phrase itself names. */
export function namedIn(phrase: Argument, context: Context): readonly ActorId[] {
  const told = context.actorsAt(phrase.head)
  const own = told.length > 0 ? told : speakerOf(phrase, context)
  const [first] = own
  const alone = phrase.preposition === 'between' && first !== undefined && own.length === 1
  return alone ? [...own, ...otherSide(phrase, first, context)] : own
}

/** The actors that a phrase names; where it names none, those to whom the thing it names belongs. */
export function actorsOf(phrase: Argument, context: Context, depth = DEPTH): readonly ActorId[] {
  const own = namedIn(phrase, context)
  if (own.length > 0 || depth === 0) return own
  const inside = argumentsInPhrase(context.analysis, phrase)
  for (const isOwner of OWNERS)
    for (const part of inside.filter((each) => isOwner(each) && !isInCompound(each, context))) {
      const owners = actorsOf(part, context, depth - 1).filter((id) => !isOnlyWhere(part, id, context))
      if (owners.length > 0) return owners
    }
  return []
}

/** Whose a phrase is that names no actor: "Borland's decision" acts as Borland does. */
export function ownersOf(phrase: Argument, context: Context): readonly ActorId[] {
  return argumentsInPhrase(context.analysis, phrase)
    .filter(({ role }) => role === 'possessor' || role === 'modifier')
    .flatMap((part) => context.actorsAt(part.head))
}

/** The actors of the first of the phrases that has any. */
export function firstActors(phrases: readonly Argument[], context: Context): readonly ActorId[] {
  for (const phrase of phrases) {
    const found = actorsOf(phrase, context)
    if (found.length > 0) return found
  }
  return []
}
