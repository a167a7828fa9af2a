import type { Entity } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Quoted } from '../steps.ts'
import { recogniseNames } from './recognise.ts'

/** The names of a document: found by the model, then set right by what is known and by the rest of the document. */
export function findNames(analysis: Quoted, { names }: Vocabulary): Entity[] {
  return recogniseNames(analysis, names.model).map(({ first, last, type }) => ({
    type: type as Entity['type'],
    first,
    last,
    start: analysis.tokens[first]!.start,
    end: analysis.tokens[last]!.end,
  }))
}
