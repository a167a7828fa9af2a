import type { Token } from '../../model/analysis.ts'
import type { Argument, Role } from '../../model/clause.ts'
import { baseRelation, outsidePhrase, type Tree } from '../../model/tree.ts'
import type { Head } from './heads.ts'

/** The preposition of a phrase in lower case, its fixed words joined: "according to", "because of". */
export function prepositionOf(tree: Tree, token: number): string | undefined {
  const words: string[] = []
  for (const child of tree.children(token)) {
    const { deprel, text } = tree.tokens[child]!
    if (deprel !== 'case' || /^['’]s?$/.test(text)) continue
    words.push(tree.tokens[child]!.text.toLowerCase())
    for (const fixed of tree.children(child)) {
      if (tree.tokens[fixed]!.deprel === 'fixed') words.push(tree.tokens[fixed]!.text.toLowerCase())
    }
  }
  return words.length > 0 ? words.join(' ') : undefined
}

/** Of a noun that is also a predicate ("is a group that …") the phrase is the noun's alone. */
const outsideNominal = (child: Token): boolean =>
  outsidePhrase(child) || /^(nsubj|csubj|cop|aux|expl)/.test(child.deprel)

export function makeArgument(tree: Tree, role: Role, head: number, extra: Partial<Argument> = {}): Argument {
  return { role, head, span: tree.span(head, role === 'complement' ? outsidePhrase : outsideNominal), ...extra }
}

function oblique(tree: Tree, token: number): Argument {
  const preposition = prepositionOf(tree, token)
  return makeArgument(tree, 'oblique', token, preposition === undefined ? {} : { preposition })
}

/** The role of a verb's dependent by its relation; `passive` turns subject and object round. */
function verbRole(token: Token, passive: boolean): Role | null {
  switch (token.deprel) {
    case 'nsubj:pass':
      return 'object'
    case 'nsubj':
    case 'nsubj:outer':
      return passive ? 'object' : 'subject'
    case 'obl:agent':
      return 'subject'
    case 'obj':
      return 'object'
    case 'iobj':
      return 'indirect'
    case 'ccomp':
    case 'xcomp':
    case 'csubj':
    case 'csubj:pass':
      return 'complement'
    default:
      return null
  }
}

export function verbArguments(tree: Tree, verb: number, passive: boolean, without?: number): Argument[] {
  const found: Argument[] = []
  for (const child of tree.children(verb)) {
    if (child === without) continue
    const token = tree.tokens[child]!
    const role = verbRole(token, passive)
    if (role) found.push(makeArgument(tree, role, child))
    else if (baseRelation(token) === 'obl') {
      const argument = oblique(tree, child)
      const agent = passive && argument.preposition === 'by' && !found.some((a) => a.role === 'subject')
      found.push(agent ? makeArgument(tree, 'subject', child) : argument)
    }
  }
  return found
}

/** "U.S.-led": the word before the participle is the one that does it. */
export function attributiveArguments(tree: Tree, participle: number): Argument[] {
  const token = tree.tokens[participle]!
  const doer = tree
    .children(participle)
    .find((c) => c < participle && /^(compound|obl|nsubj|nmod)/.test(tree.tokens[c]!.deprel))
  const object = makeArgument(tree, 'object', token.head, { implied: true })
  return doer === undefined ? [object] : [makeArgument(tree, 'subject', doer), object]
}

/** What a noun that names an act brings with it: "Borland's attack on Cassia", "talks between A and B", "Arendian strikes". */
export function nounArguments(tree: Tree, noun: number): Argument[] {
  const found: Argument[] = []
  for (const child of tree.children(noun)) {
    const token = tree.tokens[child]!
    if (token.deprel === 'nmod:poss') found.push(makeArgument(tree, 'possessor', child))
    else if (baseRelation(token) === 'nmod' || baseRelation(token) === 'obl') found.push(oblique(tree, child))
    else if (token.deprel === 'compound' || token.deprel === 'amod') found.push(makeArgument(tree, 'modifier', child))
    else if (baseRelation(token) === 'acl' && token.deprel !== 'acl:relcl')
      found.push(makeArgument(tree, 'complement', child))
    else if (token.deprel === 'appos') found.push(makeArgument(tree, 'apposition', child))
  }
  return found
}

/** All the arguments in the clause itself. */
export function ownArguments(tree: Tree, head: Head, passive: boolean): Argument[] {
  if (head.light !== undefined) {
    const lent = verbArguments(tree, head.light, passive, head.token)
    return [...lent, ...nounArguments(tree, head.token)]
  }
  if (head.kind === 'verb') {
    return tree.tokens[head.token]!.deprel === 'amod'
      ? attributiveArguments(tree, head.token)
      : verbArguments(tree, head.token, passive)
  }
  const around = verbArguments(tree, head.token, false)
  if (head.kind === 'adjective') return around
  const inside = nounArguments(tree, head.token)
  return [...around.filter((a) => !inside.some((b) => b.head === a.head)), ...inside]
}
