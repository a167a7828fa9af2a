import type { Clause, Link } from '../../model/clause.ts'
import type { Cue } from '../../vocabulary/cues.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import { cueTaking, pathTo, type Step } from './complement.ts'
import { anchorOf, type OperatorContext } from './context.ts'
import { entailed, type Factuality, PLAIN, said, under } from './factuality.ts'

/** A clause folded: the factuality above it, and that with its own words. */
export interface Folded {
  readonly above: Factuality
  readonly whole: Factuality
  /** It is content of what was said or thought in the past, so that "would" tells a future. */
  readonly told: boolean
}

type Lexicon = Pick<Vocabulary, 'cues' | 'operators'>

function cueOf({ cues }: Lexicon, { kind, lemma, filling }: Step): Cue | undefined {
  const list =
    kind === 'verb' ? cues.verbs.get(lemma) : kind === 'noun' ? cues.nouns.get(lemma) : cues.adjectives.get(lemma)
  return cueTaking(list, filling)?.cue
}

/** Told in the past, so that "would" in what was said is the future of then. */
const isTold = ({ tense, perfect }: Clause): boolean => tense !== 'present' || perfect === true

/** What a word on the path says of its complement. */
function governed(
  context: OperatorContext,
  lexicon: Lexicon,
  step: Step,
  parent: Clause,
  folded: Folded,
): Folded | null {
  const denied = folded.whole.polarity === 'denied'
  const at = [context.tokens[step.token]!]
  const operator = lexicon.operators.predicates.get(`${step.kind} ${step.lemma} ${step.filling}`)
  const cue = step.loose ? undefined : cueOf(lexicon, step)
  if (cue && (!operator || cue.sense === 'speech')) {
    const outcome = denied && !cue.factive ? cue.denied : cue.gives
    const above = cue.factive
      ? { ...said(PLAIN, cue.gives, at), realis: cue.gives.realis ?? PLAIN.realis }
      : said(folded.whole, outcome, at)
    return { above, whole: above, told: isTold(parent) }
  }
  if (!operator) return null
  const above = entailed(folded.whole, denied ? operator.denied : operator.affirmed, at)
  return { above, whole: above, told: folded.told }
}

/** The operators on the path from the parent's predicate to the clause, one under the other; null if there is none. */
function alongPath(
  context: OperatorContext,
  lexicon: Lexicon,
  clause: Clause,
  parent: Clause,
  folded: Folded,
): Folded | null {
  let state = folded
  for (const step of pathTo(context, clause, parent)) state = governed(context, lexicon, step, parent, state) ?? state
  return state === folded ? null : state
}

/** A phrase without an operator over it: as sure as its clause; a noun is not denied with the verb beside it. */
function beside(clause: Clause, { above, whole, told }: Folded): Folded {
  if (clause.kind === 'noun' && clause.light === undefined && !clause.copular) {
    const factuality = whole.polarity === above.polarity ? whole : { ...whole, polarity: above.polarity }
    return { above: factuality, whole: factuality, told }
  }
  return { above: whole, whole, told }
}

/** These say when what is to come will come, though their verb is in the present. */
const WHEN = new Set(['when', 'whenever', 'until', 'till', 'once', 'before', 'after', 'as soon as', 'by the time'])

/** "Will not talk while villages are being shelled": what goes on is so now, whatever is to come. */
const isUnderWay = ({ tense, progressive, marker }: Clause): boolean =>
  tense === 'present' && progressive === true && !WHEN.has(marker ?? '')

function adverbial(context: OperatorContext, { operators }: Lexicon, clause: Clause, parent: Folded): Folded {
  const { above, whole, told } = parent
  const row = clause.marker === undefined ? undefined : operators.markers.get(clause.marker)
  if (row) {
    const factuality = under(
      row.gives.realis === 'future' ? { ...whole, polarity: above.polarity } : above,
      row.gives,
      clause.markerTokens.map((t) => context.tokens[t]!),
    )
    return { above: factuality, whole: factuality, told }
  }
  const comes = clause.tense !== 'past' && !isUnderWay(clause)
  const factuality = whole.realis === 'future' && comes ? under(above, { realis: 'future' }, []) : above
  return { above: factuality, whole: factuality, told }
}

/** Clauses that say more of a word of their parent, or are beside it: its own operators do not reach them. */
const BESIDES: ReadonlySet<Link> = new Set(['relative', 'participle', 'parataxis'])

/** "Hopes to meet the general, who shelled the town": what has happened is a fact, whatever is hoped of the person who did it. */
const isPresupposed = ({ link, tense, perfect }: Clause): boolean =>
  link === 'relative' && (tense === 'past' || perfect === true)

/** The factuality above a clause, from its parent clause. */
export function inherit(
  context: OperatorContext,
  lexicon: Lexicon,
  clause: Clause,
  parent: Clause | null,
  folded: Folded | null,
): Folded {
  if (!parent || !folded) return { above: PLAIN, whole: PLAIN, told: false }
  if (clause.link === 'conjunct') return { ...folded, whole: folded.above }
  if (isPresupposed(clause)) return { above: PLAIN, whole: PLAIN, told: folded.told }
  if (BESIDES.has(clause.link)) return { ...folded, whole: folded.above }
  const operated = alongPath(context, lexicon, clause, parent, folded)
  if (operated) return operated
  if (clause.link === 'adverbial') return adverbial(context, lexicon, clause, folded)
  const marker =
    clause.marker === undefined || context.tokens[anchorOf(context, clause)]!.upos !== 'VERB'
      ? undefined
      : lexicon.operators.markers.get(clause.marker)
  if (marker && clause.marker !== 'to') return adverbial(context, lexicon, clause, folded)
  return beside(clause, folded)
}
