import type { Token } from '../../model/analysis.ts'
import type { Tree } from '../../model/tree.ts'
import type { Tense } from './context.ts'

/** No clause is deeper; a broken tree does not hang us. */
const DEEPEST = 60
const FUTURE_AUXILIARIES = new Set([
  'will',
  'shall',
  "'ll",
  'may',
  'might',
  'can',
  'must',
  'should',
  'would',
  'could',
  'wo',
  'ca',
])

/** Words that tell the direction, from data/en/lexicon/times. */
export interface Directions {
  /** Lemmas of verbs that look ahead though their form is past. */
  readonly ahead: ReadonlySet<string>
  /** Lemmas of verbs whose own time is that of what "to" joins to them. */
  readonly carriesOn: ReadonlySet<string>
  /** Prepositions by which side of now they point to. */
  readonly prepositions: ReadonlyMap<string, Tense>
}

/**
 * Where the verb over the word points: back with a past form, on with "will" and "to do", nowhere with the present.
 * Through a noun only the past counts: "will discuss Friday's raid" does not put the raid on the Friday to come.
 */
function tenseOf(tree: Tree, token: number, directions: Directions): Tense {
  const { tokens } = tree
  let throughNoun = false
  for (let at = token, depth = 0; at >= 0 && depth < DEEPEST; at = tokens[at]!.head, depth++) {
    if (isCarriedOn(tree, tokens[at]!, directions)) continue
    const tense = verbTense(tree, tokens[at]!, directions.ahead)
    if (tense === 1 && throughNoun) return 0
    if (tense !== null) return tense
    throughNoun ||= at !== token && tokens[at]!.upos !== 'ADJ'
  }
  return 0
}

function verbTense(tree: Tree, verb: Token, ahead: ReadonlySet<string>): Tense | null {
  const helpers = tree
    .children(verb.index)
    .map((index) => tree.tokens[index]!)
    .filter(isHelper)
  if (verb.upos !== 'VERB' && verb.upos !== 'AUX' && !helpers.some((helper) => helper.upos === 'AUX')) return null
  if (helpers.some((helper) => helper.xpos === 'MD' && FUTURE_AUXILIARIES.has(helper.text.toLowerCase()))) {
    // "Could have met": a past after all.
    const perfect = helpers.some((helper) => helper.lemma === 'have')
    return perfect && !helpers.some((helper) => helper.lemma === 'will') ? -1 : 1
  }
  if (helpers.some((helper) => helper.xpos === 'TO')) return helpers.some((helper) => helper.lemma === 'have') ? -1 : 1
  if (ahead.has(verb.lemma) && !helpers.some((helper) => helper.text.toLowerCase() === 'had')) return 1
  const forms = [verb, ...helpers].map((form) => form.xpos)
  if (forms.includes('VBD')) return -1
  if (helpers.some((helper) => helper.lemma === 'have')) return -1
  if (forms.includes('VBZ') || forms.includes('VBP')) return 0
  if (forms.includes('VBN')) return -1
  return null
}

/** "Failed to agree on Monday": when they failed they did not agree. */
const isCarriedOn = ({ tokens, children }: Tree, verb: Token, { carriesOn }: Directions): boolean =>
  verb.deprel === 'xcomp' &&
  carriesOn.has(tokens[verb.head]?.lemma ?? '') &&
  children(verb.index).some((child) => tokens[child]!.xpos === 'TO')

const isHelper = ({ deprel, xpos }: Token): boolean =>
  deprel.startsWith('aux') || deprel === 'cop' || (deprel === 'mark' && xpos === 'TO')

/** Tense over an expression, the preposition before it first. */
export function tenseOver(tree: Tree, first: number, last: number, directions: Directions): Tense {
  const over = tenseOf(tree, headOf(tree.tokens, first, last), directions)
  const before = directions.prepositions.get(tree.tokens[first - 1]?.text.toLowerCase() ?? '')
  // "By Friday" with a past verb is a Friday past; "since Friday" is always.
  return before === -1 || (before === 1 && over >= 0) ? before : over
}

/** The token of a stretch whose head is outside it. */
function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let index = first; index <= last; index++) {
    const { head } = tokens[index]!
    if (head < first || head > last) return index
  }
  return last
}
