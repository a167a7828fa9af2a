import { type Grammar, loadGrammar } from './grammar.ts'
import { loadNounClasses, type NounClasses } from './noun-classes.ts'
import { loadParserModel, type ParserModel } from './parser-model.ts'
import { loadSegmentation, type Segmentation } from './segmentation.ts'
import { type DataSource, openData } from './source.ts'

export { type DataSource, dataFolder, openData } from './source.ts'

/** All that the stages know about English and the world, loaded from data/ once and checked; handed to them as an argument. */
export interface Vocabulary {
  readonly source: DataSource
  readonly segmentation: Segmentation
  readonly parser: ParserModel
  readonly nounClasses: NounClasses
  readonly grammar: Grammar
}

export function loadVocabulary(source: DataSource = openData()): Vocabulary {
  return {
    source,
    segmentation: loadSegmentation(source),
    parser: loadParserModel(source),
    nounClasses: loadNounClasses(source),
    grammar: loadGrammar(source),
  }
}
