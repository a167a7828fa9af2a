import type { Sentence } from '../../model/analysis.ts'
import type { Draft, Repair, RepairContext } from './repair.ts'

const FINITE = /^(VBD|VBZ|VBP|MD)$/
const NAME = new Set(['PROPN', 'NOUN', 'PRON'])

/** Whether the sentence ends as one does, and is no headline or caption. */
export const isWhole = (tokens: readonly Draft[], { first, last }: Sentence): boolean => {
  for (let at = last; at >= Math.max(first, last - 2); at--) if (/^[.!?]/.test(tokens[at]!.text)) return true
  return false
}

/** Whether no verb but those of relative clauses has a tense of its own. */
const hasNoVerb = (tokens: readonly Draft[], { first, last }: Sentence): boolean => {
  for (let at = first; at <= last; at++) {
    const { xpos, deprel, head } = tokens[at]!
    const own = deprel === 'aux' || deprel === 'cop' || deprel === 'aux:pass' ? tokens[head]! : tokens[at]!
    if (FINITE.test(xpos) && own.deprel !== 'acl:relcl') return false
  }
  return true
}

/** The participle behind the comma that closes an aside, where it can be the sentence's verb; its subject with it. */
function verbIn(tokens: readonly Draft[], { first, last }: Sentence): { verb: Draft; subject: Draft } | null {
  const subjects = new Map<number, Draft>()
  for (let at = first; at <= last; at++) {
    const verb = tokens[at]!
    if (/^nsubj/.test(verb.deprel)) subjects.set(verb.head, verb)
    if (verb.xpos !== 'VBN' || verb.upos !== 'VERB' || tokens[at - 1]?.text !== ',') continue
    const root = tokens[verb.head]
    if (verb.deprel === 'acl' && root?.deprel === 'root' && NAME.has(root.upos)) return { verb, subject: root }
    const subject = subjects.get(at)
    if (verb.deprel === 'root' && subject) return { verb, subject }
  }
  return null
}

function readAsPast({ tokens, sentences }: RepairContext): void {
  for (const sentence of sentences) {
    if (!isWhole(tokens, sentence) || !hasNoVerb(tokens, sentence)) continue
    const found = verbIn(tokens, sentence)
    if (!found) continue
    const { verb, subject } = found
    if (verb.deprel === 'acl') {
      Object.assign(verb, { head: subject.head, deprel: 'root' })
      for (let at = sentence.first; at <= sentence.last; at++) {
        const token = tokens[at]!
        if (token.head === subject.index && token.deprel === 'punct' && at > verb.index) token.head = verb.index
      }
      subject.head = verb.index
    }
    verb.xpos = 'VBD'
    subject.deprel = 'nsubj'
  }
}

export const bareParticiples: Repair = {
  id: 'bare-participles',
  example: 'The president, speaking in Halden, called on Cassia to leave.',
  reason:
    'A whole sentence has a verb with a tense. If only a participle behind an aside can be that verb, it is the verb, and nobody was called upon.',
  repair: readAsPast,
}
