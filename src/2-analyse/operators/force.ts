import type { Certainty, Polarity, Realis } from '../../model/factuality.ts'
import type { Span } from '../../model/span.ts'
import type { Outcome } from '../../vocabulary/operators.ts'

/** What the operators above a predicate, and its own, come to. */
export interface Force {
  readonly certainty: Certainty
  readonly polarity: Polarity
  readonly realis: Realis
  readonly cues: readonly Span[]
}

/** A sentence in the writer's own voice. */
export const PLAIN: Force = { certainty: 'certain', polarity: 'affirmed', realis: 'actual', cues: [] }

const CERTAINTIES: readonly Certainty[] = ['unknown', 'possible', 'probable', 'certain']
const REALES: readonly Realis[] = ['actual', 'future', 'hypothetical']

const weaker = (a: Certainty, b: Certainty): Certainty => (CERTAINTIES.indexOf(a) <= CERTAINTIES.indexOf(b) ? a : b)
const farther = (a: Realis, b: Realis): Realis => (REALES.indexOf(a) >= REALES.indexOf(b) ? a : b)
export const opposite = (polarity: Polarity): Polarity => (polarity === 'affirmed' ? 'denied' : 'affirmed')

/** An operator inside the same source: no surer than what stands above it; a denial turns the polarity round. */
export function under(force: Force, outcome: Outcome, cues: readonly Span[]): Force {
  return {
    certainty: weaker(force.certainty, outcome.certainty ?? 'certain'),
    polarity: outcome.polarity === 'denied' ? opposite(force.polarity) : force.polarity,
    realis: farther(force.realis, outcome.realis ?? 'actual'),
    cues: [...force.cues, ...cues],
  }
}

/** What a predicate says of its complement: its polarity is settled by the signature, not by what stands above. */
export function entailed(force: Force, outcome: Outcome, cues: readonly Span[]): Force {
  return { ...under(force, outcome, cues), polarity: outcome.polarity ?? 'affirmed' }
}

/** What a source says stands by itself; only a condition or a question over the saying reaches it. */
export function said(saying: Force, outcome: Outcome, cues: readonly Span[]): Force {
  return {
    certainty: outcome.certainty ?? 'certain',
    polarity: outcome.polarity ?? 'affirmed',
    realis: farther(saying.realis === 'hypothetical' ? 'hypothetical' : 'actual', outcome.realis ?? 'actual'),
    cues,
  }
}
