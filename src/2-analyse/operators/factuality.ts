import type { Certainty, Polarity, Realis } from '../../model/factuality.ts'
import type { Span } from '../../model/span.ts'
import type { Outcome } from '../../vocabulary/operators.ts'

/** What the operators above a predicate, and its own, come to. */
export interface Factuality {
  readonly certainty: Certainty
  readonly polarity: Polarity
  readonly realis: Realis
  readonly cues: readonly Span[]
}

/** A sentence in the writer's own voice. */
export const PLAIN: Factuality = { certainty: 'certain', polarity: 'affirmed', realis: 'actual', cues: [] }

const CERTAINTIES: readonly Certainty[] = ['unknown', 'possible', 'probable', 'certain']
const REALES: readonly Realis[] = ['actual', 'future', 'hypothetical']

const weaker = (a: Certainty, b: Certainty): Certainty => (CERTAINTIES.indexOf(a) <= CERTAINTIES.indexOf(b) ? a : b)
const farther = (a: Realis, b: Realis): Realis => (REALES.indexOf(a) >= REALES.indexOf(b) ? a : b)
export const opposite = (polarity: Polarity): Polarity => (polarity === 'affirmed' ? 'denied' : 'affirmed')

/** An operator inside the same source: no surer than what is above it; a denial reverses the polarity. */
export function under(factuality: Factuality, outcome: Outcome, cues: readonly Span[]): Factuality {
  return {
    certainty: weaker(factuality.certainty, outcome.certainty ?? 'certain'),
    polarity: outcome.polarity === 'denied' ? opposite(factuality.polarity) : factuality.polarity,
    realis: farther(factuality.realis, outcome.realis ?? 'actual'),
    cues: [...factuality.cues, ...cues],
  }
}

/** What a predicate says of its complement: the signature settles its polarity, not what is above. */
export function entailed(factuality: Factuality, outcome: Outcome, cues: readonly Span[]): Factuality {
  return { ...under(factuality, outcome, cues), polarity: outcome.polarity ?? 'affirmed' }
}

/** What a source says is judged by itself; only a condition or a question over the saying reaches it. */
export function said(saying: Factuality, outcome: Outcome, cues: readonly Span[]): Factuality {
  return {
    certainty: outcome.certainty ?? 'certain',
    polarity: outcome.polarity ?? 'affirmed',
    realis: farther(saying.realis === 'hypothetical' ? 'hypothetical' : 'actual', outcome.realis ?? 'actual'),
    cues,
  }
}
