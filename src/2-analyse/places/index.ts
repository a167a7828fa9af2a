import type { ResolvedPlace } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Timed } from '../steps.ts'

export function resolvePlaces(_analysis: Timed, _vocabulary: Vocabulary): ResolvedPlace[] {
  return []
}
