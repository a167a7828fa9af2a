import { type ActorPhrases, loadActorPhrases } from './actor-phrases.ts'
import { type Agreements, loadAgreements } from './agreements.ts'
import { type Channels, loadChannels } from './channels.ts'
import { type Correction, loadCorrections } from './corrections.ts'
import { type Cues, loadCues } from './cues.ts'
import { type Dependencies, loadDependencies } from './dependencies.ts'
import { type EncoderModel, loadEncoderModel } from './encoder-model.ts'
import { type Events, loadEvents } from './events.ts'
import { type Forest, loadForest } from './forest.ts'
import { type Gazetteer, loadGazetteer } from './gazetteer.ts'
import { type Grammar, loadGrammar } from './grammar.ts'
import { hashText } from './hash.ts'
import { type Intake, loadIntake } from './intake.ts'
import { type Language, type LanguageData, openLanguage } from './language.ts'
import { type Known, type Lemmas, loadLemmas } from './lemmas.ts'
import { loadMeasures, type Measures } from './measures.ts'
import { loadNames, type Names } from './names.ts'
import { loadNounClasses, type NounClasses } from './noun-classes.ts'
import { loadOperators, type Operators } from './operators.ts'
import { loadQuantities, type Quantities } from './quantities.ts'
import { loadQuotationMarks, type QuotationMarks } from './quotation-marks.ts'
import { loadReference, type Reference } from './reference.ts'
import { loadRelations, type Relations } from './relations.ts'
import { loadScoresModel, type ScoresModel } from './scores-model.ts'
import { loadSegmentation, type Segmentation } from './segmentation.ts'
import type { DataSource } from './source.ts'
import { loadTimes, type Times } from './times.ts'

export { type Language, type LanguageData, openLanguage } from './language.ts'
export { type DataSource, dataFolder, openData } from './source.ts'

/** All that the stages know about a language and the world, loaded from data/ once and checked; handed to them as an argument. */
export interface Vocabulary {
  readonly language: Language
  readonly source: LanguageData
  readonly relations: Relations
  readonly dependencies: Dependencies
  readonly segmentation: Segmentation
  readonly quotationMarks: QuotationMarks
  readonly intake: Intake
  readonly encoder: EncoderModel
  readonly lemmas: Lemmas
  readonly nounClasses: NounClasses
  readonly names: Names
  readonly gazetteer: Gazetteer
  readonly events: Events
  readonly agreements: Agreements
  readonly grammar: Grammar
  readonly reference: Reference
  readonly actorPhrases: ActorPhrases
  /** Weighs what a phrase may take up. */
  readonly coreference: Forest
  readonly cues: Cues
  readonly channels: Channels
  readonly corrections: readonly Correction[]
  readonly operators: Operators
  readonly times: Times
  readonly quantities: Quantities
  readonly measures: Measures
  readonly scores: ScoresModel
}

const own = new Map<string, Vocabulary>()

/**
 * The vocabulary of a language. The program's own is loaded once in a process, since nothing changes it; that of other
 * files each time. Throws ReadoutError: `usage` if the language is not known, `vocabulary-invalid` if a file is missing
 * or broken.
 */
export function loadVocabulary(tag: string, files?: DataSource): Vocabulary {
  if (files) return load(openLanguage(tag, files))
  const known = own.get(tag) ?? load(openLanguage(tag))
  own.set(tag, known)
  return known
}

/** The verbs of which rows tell what they mean, each without its particle. */
function verbsIn({ cues, events, operators }: Pick<Vocabulary, 'cues' | 'events' | 'operators'>): Set<string> {
  const framed = [...events.frames.byPredicate.keys()].filter((key) => key.startsWith('verb:'))
  const operating = [...operators.predicates.keys()].filter((key) => key.startsWith('verb '))
  const named = [...cues.verbs.keys(), ...framed.map((key) => key.slice('verb:'.length))]
  return new Set([...named.map((verb) => verb.split(' ')[0]!), ...operating.map((key) => key.split(' ')[1]!)])
}

/** The words that names were learned with, and these verbs. */
const wordsOf = ({ model }: Names, verbs: ReadonlySet<string>): Known => ({
  has: (word) => verbs.has(word) || model.lists.words.find(hashText(word)) >= 0,
})

function load(source: LanguageData): Vocabulary {
  const [cues, events, operators] = [loadCues(source), loadEvents(source), loadOperators(source)]
  const names = loadNames(source)
  return {
    language: source.language,
    source,
    relations: loadRelations(source),
    dependencies: loadDependencies(source),
    segmentation: loadSegmentation(source),
    quotationMarks: loadQuotationMarks(source),
    intake: loadIntake(source),
    encoder: loadEncoderModel(source),
    lemmas: loadLemmas(source, wordsOf(names, verbsIn({ cues, events, operators }))),
    nounClasses: loadNounClasses(source),
    names,
    gazetteer: loadGazetteer(source),
    events,
    agreements: loadAgreements(source),
    grammar: loadGrammar(source),
    reference: loadReference(source),
    actorPhrases: loadActorPhrases(source),
    coreference: loadForest(source),
    cues,
    channels: loadChannels(source),
    corrections: loadCorrections(source),
    operators,
    times: loadTimes(source),
    quantities: loadQuantities(source),
    measures: loadMeasures(source),
    scores: loadScoresModel(source),
  }
}
