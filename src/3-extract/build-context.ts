import type { Analysis } from '../model/analysis.ts'
import type { Vocabulary } from '../vocabulary/index.ts'
import type { Context, Standing } from './context.ts'

const BARE: Standing = { polarity: 'affirmed', certainty: 'certain', realis: 'actual', sources: [], cues: [] }

export function buildContext(analysis: Analysis, vocabulary: Vocabulary): Context {
  return {
    analysis,
    vocabulary,
    actors: [],
    actorAt: () => null,
    actorsAt: () => [],
    actor: () => {
      throw new Error('no actors')
    },
    standing: () => BARE,
    standingAt: () => BARE,
    time: () => null,
    timeAt: () => null,
    place: () => null,
  }
}
