import type { Clause } from '../../model/clause.ts'
import type { Cue } from '../../vocabulary/cues.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import { cueTaking, type Filling, fillingOf } from './complement.ts'
import { entailed, type Force, PLAIN, said, under } from './force.ts'
import { anchorOf, type Ground } from './ground.ts'

/** A clause folded: what stood above it, and that with its own words. */
export interface Folded {
  readonly above: Force
  readonly whole: Force
  /** It is content of what was said or thought in the past, so that "would" tells a future. */
  readonly told: boolean
}

type Lexicon = Pick<Vocabulary, 'cues' | 'operators'>

function cueOf({ cues }: Lexicon, { kind, lemma }: Clause, filling: Filling): Cue | undefined {
  const list =
    kind === 'verb' ? cues.verbs.get(lemma) : kind === 'noun' ? cues.nouns.get(lemma) : cues.adjectives.get(lemma)
  return cueTaking(list, filling)?.cue
}

/** What the parent's predicate says of a clause in one of its places. */
function governed(ground: Ground, lexicon: Lexicon, parent: Clause, folded: Folded, filling: Filling): Folded | null {
  const denied = folded.whole.polarity === 'denied'
  const at = [ground.tokens[parent.head]!]
  const operator = lexicon.operators.predicates.get(`${parent.kind} ${parent.lemma} ${filling}`)
  const cue = cueOf(lexicon, parent, filling)
  const past = parent.tense === 'past' || parent.tense === 'none' || parent.perfect === true
  if (cue && (!operator || cue.sense === 'speech')) {
    const outcome = denied && !cue.factive ? cue.denied : cue.gives
    const above = cue.factive
      ? { ...said(PLAIN, cue.gives, at), realis: cue.gives.realis ?? PLAIN.realis }
      : said(folded.whole, outcome, at)
    return { above, whole: above, told: past }
  }
  if (!operator) return null
  const above = entailed(folded.whole, denied ? operator.denied : operator.affirmed, at)
  return { above, whole: above, told: folded.told }
}

/** A phrase without an operator over it: as sure as its clause; a noun is not denied with the verb it stands beside. */
function beside(clause: Clause, { above, whole, told }: Folded): Folded {
  if (clause.kind === 'noun' && clause.light === undefined && !clause.copular) {
    const force = whole.polarity === above.polarity ? whole : { ...whole, polarity: above.polarity }
    return { above: force, whole: force, told }
  }
  return { above: whole, whole, told }
}

function adverbial(ground: Ground, { operators }: Lexicon, clause: Clause, parent: Folded): Folded {
  const { above, whole, told } = parent
  const row = clause.marker === undefined ? undefined : operators.markers.get(clause.marker)
  if (row) {
    const force = under(
      row.gives.realis === 'future' ? whole : above,
      row.gives,
      clause.markerTokens.map((t) => ground.tokens[t]!),
    )
    return { above: force, whole: force, told }
  }
  const force = whole.realis === 'future' && clause.tense !== 'past' ? under(above, { realis: 'future' }, []) : above
  return { above: force, whole: force, told }
}

/** What stands above a clause, from the clause that it hangs on. */
export function inherit(
  ground: Ground,
  lexicon: Lexicon,
  clause: Clause,
  parent: Clause | null,
  folded: Folded | null,
): Folded {
  if (!parent || !folded) return { above: PLAIN, whole: PLAIN, told: false }
  if (clause.link === 'conjunct') return { ...folded, whole: folded.above }
  if (clause.link === 'relative' || clause.link === 'parataxis') return { ...folded, whole: folded.above }
  const filling = fillingOf(ground, clause, parent)
  const under = filling === null ? null : governed(ground, lexicon, parent, folded, filling)
  if (under) return under
  if (clause.link === 'adverbial') return adverbial(ground, lexicon, clause, folded)
  if (clause.link === 'participle') return { ...folded, whole: folded.above }
  const marker =
    clause.marker === undefined || ground.tokens[anchorOf(ground, clause)]!.upos !== 'VERB'
      ? undefined
      : lexicon.operators.markers.get(clause.marker)
  if (marker && clause.marker !== 'to') return adverbial(ground, lexicon, clause, folded)
  return beside(clause, folded)
}
