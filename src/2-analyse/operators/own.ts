import type { Clause } from '../../model/clause.ts'
import type { Operators, Outcome, WordOperator } from '../../vocabulary/operators.ts'
import type { OperatorContext } from './context.ts'
import { type Factuality, under } from './factuality.ts'

const NOT = { polarity: 'denied' } as const satisfies Outcome
const COMING = { realis: 'future' } as const satisfies Outcome

const FINITE = /^VB[DPZ]$/

/** "Is to arrive", "was to be searched": what is or was laid down to come; the word for it. "Is to blame" blames now. */
function beTo({ tokens, tree }: OperatorContext, { head, marker }: Clause): number | undefined {
  if (marker !== 'to' || tokens[head]!.upos !== 'VERB' || tokens[head]!.lemma === 'blame') return undefined
  const own = tree.children(head).filter((c) => c < head)
  const be = own.find((c) => tokens[c]!.lemma === 'be' && FINITE.test(tokens[c]!.xpos))
  return be !== undefined && own.some((c) => c > be && tokens[c]!.deprel === 'mark') ? be : undefined
}

/** "Has to ratify it", "will have to leave": a duty. What somebody "had to" do he did. */
function haveTo({ tokens, tree }: OperatorContext, { head, marker }: Clause): number | undefined {
  const { deprel, head: above } = tokens[head]!
  const have = deprel === 'xcomp' && marker === 'to' ? tokens[above] : undefined
  if (have?.lemma !== 'have') return undefined
  const modal = tree.children(above).some((c) => tokens[c]!.xpos === 'MD')
  return modal || have.xpos === 'VBZ' || have.xpos === 'VBP' ? above : undefined
}

/** The modals of a clause with their rows; "will" and "would" by their short forms too. */
function modals(context: OperatorContext, clause: Clause, { modals: rows }: Operators): [WordOperator, number][] {
  const { tokens } = context
  const words = clause.auxiliaryTokens.flatMap((t): [string, number][] => {
    const { lemma, text, xpos } = tokens[t]!
    return xpos === 'MD' ? [[rows.has(lemma.toLowerCase()) ? lemma : text, t]] : []
  })
  const [be, have] = [beTo(context, clause), haveTo(context, clause)]
  if (be !== undefined) words.push(['be to', be])
  if (have !== undefined) words.push(['have to', have])
  return words.flatMap(([word, t]): [WordOperator, number][] => {
    const row = rows.get(word.toLowerCase())
    return row ? [[row, t]] : []
  })
}

/** "is going to fight": the future without "will". */
function comes({ tokens, tree }: OperatorContext, { head, tense }: Clause): boolean {
  if (tense !== 'none') return false
  const { deprel, head: above } = tokens[head]!
  return (
    deprel === 'xcomp' &&
    above >= 0 &&
    tokens[above]!.lemma === 'go' &&
    tokens[above]!.xpos === 'VBG' &&
    tree.children(above).some((c) => tokens[c]!.deprel === 'aux')
  )
}

/** Adverbs of the predicate, and adjectives of a noun that names an act. */
function modifiers(
  { tokens, tree }: OperatorContext,
  { head, adverbs, kind }: Clause,
  rows: Operators,
): [WordOperator, number][] {
  const found = adverbs.flatMap((t) => {
    const row = rows.adverbs.get(tokens[t]!.lemma.toLowerCase())
    return row ? [[row, t] as [WordOperator, number]] : []
  })
  if (kind !== 'noun') return found
  for (const c of tree.children(head)) {
    const row = tokens[c]!.deprel === 'amod' ? rows.modifiers.get(tokens[c]!.text.toLowerCase()) : undefined
    if (row) found.push([row, c])
  }
  return found
}

/** A modal in what was said in the past tells the future of then: "said it would leave". */
const laterThan = (row: WordOperator, told: boolean): Outcome =>
  told && row.gives.realis === 'hypothetical' ? COMING : row.gives

/** The clause's own words applied to what is true above it. `told`: it is the content of a past saying or thought. */
export function withOwn(
  context: OperatorContext,
  clause: Clause,
  above: Factuality,
  told: boolean,
  rows: Operators,
): Factuality {
  const at = (t: number) => [context.tokens[t]!]
  let factuality = above
  for (const [row, t] of modals(context, clause, rows)) factuality = under(factuality, laterThan(row, told), at(t))
  for (const [row, t] of modifiers(context, clause, rows)) factuality = under(factuality, row.gives, at(t))
  if (comes(context, clause)) factuality = under(factuality, COMING, at(clause.head))
  const denials = clause.negation.filter(
    (t) => !clause.adverbs.includes(t) || !rows.adverbs.has(context.tokens[t]!.lemma.toLowerCase()),
  )
  if (denials.length % 2 === 1) factuality = under(factuality, NOT, denials.flatMap(at))
  return factuality
}
