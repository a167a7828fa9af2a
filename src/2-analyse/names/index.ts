import type { Entity } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Quoted } from '../steps.ts'

export function findNames(_analysis: Quoted, _vocabulary: Vocabulary): Entity[] {
  return []
}
