import type { Clause } from '../../model/clause.ts'
import type { CueFrame, Frame } from '../../vocabulary/cues.ts'
import { baseRelation } from '../shared/tree.ts'
import { anchorOf, type Ground } from './ground.ts'

/** How a clause fills a place of its parent: "infinitive", "gerund", "clause", "object", or a preposition. */
export type Filling = string

const COMPLEMENTS: Readonly<Record<string, true>> = { ccomp: true, xcomp: true, csubj: true }

function openerOf({ tokens, tree }: Ground, token: number): string | undefined {
  const opener = tree.children(token).find((c) => tokens[c]!.deprel === 'case' || tokens[c]!.deprel === 'mark')
  return opener === undefined ? undefined : tokens[opener]!.text.toLowerCase()
}

const CLAUSAL = new Set(['that', 'if', 'whether'])

function isGerund({ tokens, tree }: Ground, verb: number): boolean {
  const alone = (c: number): boolean => !/^(aux|nsubj)/.test(tokens[c]!.deprel)
  return tokens[verb]!.xpos === 'VBG' && tree.children(verb).every(alone)
}

/** The phrase of the parent that the clause heads or stands in, and how it hangs there; null where it is none of its places. */
export function fillingOf(ground: Ground, clause: Clause, parent: Clause): Filling | null {
  const { tokens } = ground
  const tops = new Set([parent.head, anchorOf(ground, parent)])
  let token = anchorOf(ground, clause)
  while (tokens[token]!.head >= 0 && !tops.has(tokens[token]!.head)) token = tokens[token]!.head
  const relation = baseRelation(tokens[token]!)
  const opener = openerOf(ground, token)
  if (COMPLEMENTS[relation] || (relation === 'acl' && tokens[token]!.deprel !== 'acl:relcl' && opener !== undefined)) {
    if (opener === 'to') return 'infinitive'
    if (opener !== undefined && !CLAUSAL.has(opener)) return opener
    return opener === undefined && isGerund(ground, token) ? 'gerund' : 'clause'
  }
  if (relation === 'obj' || tokens[token]!.deprel === 'nsubj:pass') return 'object'
  if (relation === 'obl' || relation === 'nmod') return opener ?? null
  return relation === 'advcl' && opener !== undefined && opener !== 'to' ? opener : null
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
