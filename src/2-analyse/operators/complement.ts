import type { Clause, ClauseKind } from '../../model/clause.ts'
import { baseRelation } from '../../model/tree.ts'
import type { CueFrame, Frame } from '../../vocabulary/cues.ts'
import { anchorOf, type OperatorContext } from './context.ts'

/** How a clause fills a place of its parent: "infinitive", "gerund", "clause", "object", or a preposition. */
export type Filling = string

const COMPLEMENTS: Readonly<Record<string, true>> = { ccomp: true, xcomp: true, csubj: true }

function openerOf({ tokens, tree }: OperatorContext, token: number): string | undefined {
  const opener = tree.children(token).find((c) => tokens[c]!.deprel === 'case' || tokens[c]!.deprel === 'mark')
  return opener === undefined ? undefined : tokens[opener]!.text.toLowerCase()
}

const CLAUSAL = new Set(['that', 'if', 'whether'])

function isGerund({ tokens, tree }: OperatorContext, verb: number): boolean {
  const alone = (c: number): boolean => !/^(aux|nsubj)/.test(tokens[c]!.deprel)
  return tokens[verb]!.xpos === 'VBG' && tree.children(verb).every(alone)
}

/** How a token fills a place of the one that it hangs on; null where it fills none that an operator could take. */
function fillingOf(context: OperatorContext, token: number): Filling | null {
  const { deprel } = context.tokens[token]!
  const relation = baseRelation(context.tokens[token]!)
  const opener = openerOf(context, token)
  if (COMPLEMENTS[relation] || (relation === 'acl' && deprel !== 'acl:relcl' && opener !== undefined)) {
    if (opener === 'to') return 'infinitive'
    if (opener !== undefined && !CLAUSAL.has(opener)) return opener
    return opener === undefined && isGerund(context, token) ? 'gerund' : 'clause'
  }
  if (relation === 'obj' || deprel === 'nsubj:pass') return 'object'
  if (relation === 'obl' || relation === 'nmod') return opener ?? null
  return relation === 'advcl' ? (opener ?? null) : null
}

/** One link of the path from a clause's parent down to it: the word above and how the word below fills a place of it. */
export interface Step {
  readonly kind: ClauseKind
  readonly lemma: string
  readonly token: number
  readonly filling: Filling
  /** An infinitive that the tree takes for a purpose: a complement only where the word above asks for one. */
  readonly loose: boolean
}

const KINDS: Readonly<Record<string, ClauseKind>> = { NOUN: 'noun', ADJ: 'adjective', VERB: 'verb' }

/** The path from the parent's predicate to the clause, outermost first: "the risk of an attack" has "risk" on it. */
export function pathTo(context: OperatorContext, clause: Clause, parent: Clause): Step[] {
  const { tokens } = context
  const steps: Step[] = []
  const tops = new Set([parent.head, anchorOf(context, parent)])
  let token = anchorOf(context, clause)
  while (tokens[token]!.head >= 0 && !tops.has(token)) {
    const above = tokens[token]!.head
    const filling = fillingOf(context, token)
    const kind = tops.has(above) ? parent.kind : KINDS[tokens[above]!.upos]
    const lemma = tops.has(above) ? parent.lemma : tokens[above]!.lemma.toLowerCase()
    const loose = filling === 'to' && baseRelation(tokens[token]!) === 'advcl'
    if (filling !== null && kind !== undefined)
      steps.push({ kind, lemma, token: above, filling: loose ? 'infinitive' : filling, loose })
    token = above
  }
  return steps.reverse()
}

const INFINITIVES: readonly Frame[] = [
  'infinitive',
  'object-infinitive',
  'hearer-infinitive',
  'on-infinitive',
  'subject-infinitive',
]
const framesOf = (filling: Filling): readonly string[] =>
  filling === 'infinitive' ? INFINITIVES : [filling, `object-${filling}`]

/** The frame of a cue that takes its content so. */
export const cueTaking = (frames: readonly CueFrame[] | undefined, filling: Filling): CueFrame | undefined =>
  frames?.find(({ frame }) => framesOf(filling).includes(frame))
