import type { Tree } from '../../model/tree.ts'
import type { Cues } from '../../vocabulary/cues.ts'
import { type Draft, type Repair, type RepairContext, treeOf } from './repair.ts'

const FARTHEST = 16
const NOMINAL = /^(NOUN|PROPN|PRON)$/
/** What opens a clause of its own is no plain speaker. */
const CLAUSAL = /^(W|VB[DPZ]|MD)/
/** How a speaker was hung where he was not seen to be one. */
const MISTAKEN = new Set(['appos', 'conj', 'dep', 'parataxis'])

type Verbs = Pick<Cues, 'verbs'>

/** Says something by a clause: "said", "told the Post". */
const says = ({ xpos, upos, lemma }: Draft, { verbs }: Verbs): boolean =>
  upos === 'VERB' &&
  /^VB[DZ]$/.test(xpos) &&
  verbs.get(lemma.toLowerCase())?.some(({ cue, frame }) => cue.sense === 'speech' && frame === 'clause') === true

/** The words between the last comma and the verb; null: they are no plain phrase. */
function phraseBefore(tokens: readonly Draft[], verb: Draft, first: number): readonly Draft[] | null {
  let at = verb.index - 1
  while (at > first && verb.index - at < FARTHEST && tokens[at]!.text !== ',') at--
  const phrase = tokens.slice(at + 1, verb.index)
  const plain = phrase.every(({ xpos, deprel }) => !CLAUSAL.test(xpos) && deprel !== 'mark')
  return tokens[at]!.text === ',' && phrase.length > 0 && plain && phrase.at(-1)!.upos !== 'CCONJ' ? phrase : null
}

/** "Two sources familiar with the talks", "residents and a military source": the speakers right before the verb. */
function plainSpeakers(tokens: readonly Draft[], verb: Draft, first: number): readonly Draft[] {
  const phrase = phraseBefore(tokens, verb, first)
  if (!phrase) return []
  const inside = (index: number): boolean => index >= phrase[0]!.index && index <= verb.index
  const heads = phrase.filter(({ head, upos }) => upos !== 'PUNCT' && upos !== 'CCONJ' && !inside(head))
  const alike = heads.every((one) => one.head === heads[0]!.head && (heads.length === 1 || MISTAKEN.has(one.deprel)))
  return alike && heads.every(({ upos, head }) => NOMINAL.test(upos) && head >= 0) ? heads : []
}

/** "The group's director, Marta Quill, told": the name behind the noun, both set off by commas. */
function namedSpeaker({ tokens, children, extent }: Tree, verb: Draft): readonly Draft[] {
  if (tokens[verb.index - 1]?.text !== ',') return []
  const name = tokens[verb.index - 2]
  let at = name && NOMINAL.test(name.upos) ? name : undefined
  while (at && (at.deprel === 'flat' || at.deprel === 'compound')) at = tokens[at.head]
  const noun = at?.deprel === 'appos' ? tokens[at.head] : undefined
  const { first } = extent(noun?.index ?? 0)
  const betweenCommas =
    noun && noun.index < verb.index && (tokens[first]!.text === ',' || tokens[first - 1]?.text === ',')
  // Of two subjects of one clause the second, behind a comma, has a verb of its own.
  const second = noun?.deprel === 'nsubj' && children(noun.head).some((c) => c < first && tokens[c]!.deprel === 'nsubj')
  return betweenCommas && (second || MISTAKEN.has(noun.deprel)) && NOMINAL.test(noun.upos) ? [noun] : []
}

function hangTrailingSpeakers(context: RepairContext): void {
  const { tokens, sentences, vocabulary } = context
  const { cues } = vocabulary
  const tree = treeOf(context)
  for (const { first, last } of sentences)
    for (let at = first + 2; at <= last; at++) {
      const verb = tokens[at]!
      if (!says(verb, cues) || tree.children(at).some((c) => tokens[c]!.deprel.startsWith('nsubj'))) continue
      const plain = plainSpeakers(tokens, verb, first)
      const speakers = plain.length > 0 ? plain : namedSpeaker(tree, verb)
      const [speaker, ...others] = speakers
      if (!speaker) continue
      const above = mainVerb(tokens, speaker, verb)
      if (above !== null) {
        Object.assign(verb, { head: above, deprel: 'parataxis' })
        for (const child of tree.children(at)) handUp(tree, child, above)
      } else if (verb.head >= 0) continue
      Object.assign(speaker, { head: verb.index, deprel: 'nsubj' })
      for (const other of others) Object.assign(other, { head: speaker.index, deprel: 'conj' })
    }
}

/** The head of what is said: up from where the verb or the speaker was hung; null where that hangs on the verb itself. */
function mainVerb(tokens: readonly Draft[], speaker: Draft, verb: Draft): number | null {
  const above = verb.head >= 0 && verb.head < speaker.index ? verb.head : speaker.head
  for (let at = above, steps = 0; at >= 0 && steps < tokens.length; at = tokens[at]!.head, steps++)
    if (at === verb.index) return null
  return above < speaker.index ? above : null
}

/** What follows behind a second comma belongs to what is said: "said, hours before a deadline expired". */
function handUp({ tokens, extent }: Tree, child: number, above: number): void {
  const token = tokens[child]! as Draft
  const { first } = extent(child)
  const parted = tokens[first]!.text === ',' || tokens[first - 1]?.text === ','
  if (child > token.head && token.deprel === 'ccomp' && parted) Object.assign(token, { head: above, deprel: 'advcl' })
}

export const trailingSpeakers: Repair = {
  id: 'trailing-speakers',
  example: 'Talks will go on if both agree on a mediator, two sources said.',
  reason: 'A speaker before a verb of saying that closes the sentence says all that comes before.',
  repair: hangTrailingSpeakers,
}
