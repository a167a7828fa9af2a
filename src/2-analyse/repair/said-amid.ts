import type { Tree } from '../../model/tree.ts'
import type { Cues } from '../../vocabulary/cues.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import { type Draft, type Repair, type RepairContext, treeOf } from './repair.ts'

type Verbs = Pick<Cues, 'verbs'>
type Words = Pick<Vocabulary, 'cues' | 'grammar'>

/** A time stands before the opener with so many words: "a few hours before". */
const LONGEST_TIME = 4

/** Says something by a clause: "said", "announced". */
const says = ({ upos, lemma }: Draft, { verbs }: Verbs): boolean =>
  upos === 'VERB' &&
  verbs.get(lemma.toLowerCase())?.some(({ cue, frame }) => cue.sense === 'speech' && frame === 'clause') === true

/** "Will restore ties, the two countries announced": a second subject behind a clause has a verb of its own. */
function partSecondSubject({ tokens, children, extent }: Tree, verb: Draft): void {
  const speaker = tokens[verb.head] as Draft | undefined
  const clause = speaker && tokens[speaker.head]
  if (verb.deprel !== 'acl' || verb.xpos !== 'VBN' || speaker?.deprel !== 'nsubj' || !clause) return
  const first = children(clause.index).some((c) => c < clause.index && tokens[c]!.deprel.startsWith('nsubj'))
  const opens = extent(speaker.index).first
  if (!first || speaker.index < clause.index) return
  if (tokens[opens]!.text !== ',' && tokens[opens - 1]?.text !== ',') return
  Object.assign(verb, { xpos: 'VBD', head: clause.index, deprel: 'parataxis' })
  speaker.head = verb.index
}

/** What the speaker says before he is named, of a verb of saying with its subject. */
function contentOf({ tokens, children }: Tree, verb: Draft): Draft | undefined {
  const own = children(verb.index).map((c) => tokens[c]! as Draft)
  const speaker = own.find(({ deprel, index }) => deprel === 'nsubj' && index < verb.index)
  if (verb.deprel === 'parataxis') return verb.head < verb.index ? (tokens[verb.head] as Draft) : undefined
  return own.find(({ deprel, index }) => deprel === 'ccomp' && speaker !== undefined && index < speaker.index)
}

/** Behind a comma after the verb, and no word of what the speaker does in speaking. */
function isApart({ tokens, extent }: Tree, clause: Draft, verb: Draft, { cues, grammar }: Words): boolean {
  const { first } = extent(clause.index)
  if (first <= verb.index || (tokens[first]!.text !== ',' && tokens[first - 1]?.text !== ',')) return false
  if (clause.deprel === 'advcl' && clause.xpos === 'VBG' && clause.index <= first + 1)
    return !cues.verbs.has(clause.lemma.toLowerCase()) && !grammar.speaking.has(clause.lemma.toLowerCase())
  if (clause.deprel !== 'ccomp') return false
  return tokens
    .slice(first, Math.min(first + LONGEST_TIME, clause.index))
    .some(({ text }) => grammar.timeOpeners.has(text))
}

/** The saying is put beside what is said, which keeps all that hangs on it in one piece. */
function putBeside({ tokens, children }: Tree, content: Draft, verb: Draft): void {
  Object.assign(content, { head: verb.head, deprel: verb.deprel })
  Object.assign(verb, { head: content.index, deprel: 'parataxis' })
  for (const c of children(verb.index))
    if (c > verb.index && tokens[c]!.deprel === 'punct') Object.assign(tokens[c]!, { head: content.index })
}

function partSayings(context: RepairContext): void {
  const { tokens, vocabulary } = context
  const sayings = tokens.filter((token) => says(token, vocabulary.cues))
  if (sayings.length === 0) return
  const parsed = treeOf(context)
  for (const verb of sayings) partSecondSubject(parsed, verb)
  const tree = treeOf(context)
  for (const verb of sayings) {
    const content = contentOf(tree, verb)
    if (!content) continue
    const apart = tree
      .children(verb.index)
      .map((c) => tokens[c]!)
      .filter((clause) => isApart(tree, clause, verb, vocabulary))
    if (apart.length === 0) continue
    if (content.head === verb.index) putBeside(tree, content, verb)
    for (const clause of apart) Object.assign(clause, { head: content.index, deprel: 'advcl' })
  }
}

export const saidAmid: Repair = {
  id: 'said-amid',
  example: 'The army will withdraw, the two sides announced on Monday, ending a long siege.',
  reason:
    'A speaker named amid a sentence stands beside it. When it happened and what it brings, behind the next comma, belong to the sentence.',
  repair: partSayings,
}
