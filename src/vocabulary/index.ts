import { type Grammar, loadGrammar } from './grammar.ts'
import { type Lemmas, loadLemmas } from './lemmas.ts'
import { loadNounClasses, type NounClasses } from './noun-classes.ts'
import { loadParserModel, type ParserModel } from './parser-model.ts'
import { loadQuotationMarks, type QuotationMarks } from './quotation-marks.ts'
import { loadReference, type Reference } from './reference.ts'
import { loadSegmentation, type Segmentation } from './segmentation.ts'
import { type Cues, loadCues } from './cues.ts'
import { loadRelations, type Relations } from './relations.ts'
import { type DataSource, openData } from './source.ts'

export { type DataSource, dataFolder, openData } from './source.ts'

/** All that the stages know about English and the world, loaded from data/ once and checked; handed to them as an argument. */
export interface Vocabulary {
  readonly source: DataSource
  readonly relations: Relations
  readonly segmentation: Segmentation
  readonly quotationMarks: QuotationMarks
  readonly parser: ParserModel
  readonly lemmas: Lemmas
  readonly nounClasses: NounClasses
  readonly grammar: Grammar
  readonly reference: Reference
  readonly cues: Cues
}

export function loadVocabulary(source: DataSource = openData()): Vocabulary {
  return {
    source,
    relations: loadRelations(source),
    segmentation: loadSegmentation(source),
    quotationMarks: loadQuotationMarks(source),
    parser: loadParserModel(source),
    lemmas: loadLemmas(source),
    nounClasses: loadNounClasses(source),
    grammar: loadGrammar(source),
    reference: loadReference(source),
    cues: loadCues(source),
  }
}
