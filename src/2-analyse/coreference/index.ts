import type { Chain } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Timed } from '../steps.ts'

export function resolveCoreference(_analysis: Timed, _vocabulary: Vocabulary): Chain[] {
  return []
}
