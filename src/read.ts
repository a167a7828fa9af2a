import { type Hints, type Received, type Report, receiveBytes, receiveReport } from './1-receive/index.ts'
import { type Conllu, readConllu, writeConllu } from './2-analyse/conllu.ts'
import { cutSentences, parse } from './2-analyse/encode/index.ts'
import { analyse, analyseWithEvidence } from './2-analyse/index.ts'
import { openQuotations } from './2-analyse/quotations/index.ts'
import { extract, whyOf } from './3-extract/index.ts'
import type { Analysis, Document, Explained, Issue, PlaceFinder, Reading } from './model/index.ts'
import { VERSION } from './version.ts'
import { type Language, loadVocabulary, openData, openLanguage, type Vocabulary } from './vocabulary/index.ts'
import { openPlaceFinder } from './vocabulary/place-finder.ts'
import { openRuleBook, type RuleBook } from './vocabulary/rule-book.ts'

export { type Line, readJsonLines } from './1-receive/index.ts'
export { VERSION } from './version.ts'
export { type Language, loadVocabulary, openData, type Vocabulary } from './vocabulary/index.ts'
export type { RuleBook } from './vocabulary/rule-book.ts'
export type { Hints, Received, Report }

/** What the rules that records name stand for. The rows of data/ are read with the first question. */
export function createRuleBook(language: Language = 'en'): RuleBook {
  let book: RuleBook | undefined
  return {
    find: (id) => {
      book ??= openRuleBook(openLanguage(language))
      return book.find(id)
    },
  }
}

/** Where the places of the world lie. The gazetteer is read with the first question. */
export function createPlaceFinder(): PlaceFinder {
  let finder: PlaceFinder | undefined
  return {
    find: (actor) => {
      finder ??= openPlaceFinder(openData())
      return finder.find(actor)
    },
  }
}

export interface ReadingOptions {
  /** Records with a lower score are left out, 0 to 1. Default: one for records of rows, a higher one for those that no row made. */
  readonly minScore?: number
}

/**
 * Reads reports. Making the first loads the models (some 0.3 s); reading is synchronous and keeps nothing between reports, so
 * the same report gives the same reading, whatever was read before.
 */
export interface Reader {
  /** A text with what is known about it → actors and records. */
  read(report: Report, options?: ReadingOptions): Reading
  /** The same for what `receive` gave. */
  readReceived(received: Received, options?: ReadingOptions): Reading
  /** The same with what spoke for and against each record. */
  explain(received: Received, options?: ReadingOptions): Explained
  /** The language analysis under a reading. */
  analyse(report: Report): Analysis
  /** CoNLL-U → the same with tags, heads and relations predicted over its tokens; its other lines are kept. */
  parseConllu(conllu: string): string
  /** The analysis of a CoNLL-U text with its sentences and tokens. */
  analyseConllu(conllu: string): Analysis
  analyseReceived(received: Received): Analysis
  /** Analysis → CoNLL-U. */
  toConllu(analysis: Analysis): string
  /** The bytes of a text, HTML page or PDF → document and issues. Throws ReadoutError where they are none. */
  receive(bytes: Uint8Array, hints?: Hints): Promise<Received>
}

/** What the analysis could not settle. */
function issuesOf(analysis: Analysis, vocabulary: Vocabulary): Issue[] {
  const cut = cutSentences(analysis, vocabulary).map((span): Issue => {
    const message = 'the sentence is too long to be parsed whole; it was parsed in pieces'
    return { code: 'sentence-cut', message, span: { start: span.start, end: span.end } }
  })
  return [...cut, ...openQuotations(analysis.quotations)]
}

const conlluDocument = (conllu: Conllu, language: string): Document => ({ id: 'conllu', language, text: conllu.text })

export function createReader(vocabulary: Vocabulary = loadVocabulary('en')): Reader {
  const reader = {
    name: 'readout',
    version: VERSION,
    model: vocabulary.source.digest('models/'),
    vocabulary: vocabulary.source.digest(''),
  }
  const explain = ({ document, issues }: Received, { minScore }: ReadingOptions = {}): Explained => {
    const { analysis, evidence } = analyseWithEvidence(document, vocabulary)
    const { actors, records, grounds } = extract(analysis, vocabulary, evidence.records, minScore)
    const reading: Reading = {
      readout: '1',
      reader,
      document,
      actors,
      records,
      issues: [...issues, ...issuesOf(analysis, vocabulary)],
    }
    return { reading, why: (id) => whyOf(grounds.get(id) ?? new Map(), vocabulary.scores) }
  }
  const readReceived = (received: Received, options?: ReadingOptions): Reading => explain(received, options).reading
  return {
    read: (report, options) => readReceived(receiveReport(report, vocabulary.intake), options),
    readReceived,
    explain,
    analyse: (report) => analyse(receiveReport(report, vocabulary.intake).document, vocabulary),
    analyseReceived: ({ document }) => analyse(document, vocabulary),
    parseConllu: (text) => {
      const conllu = readConllu(text)
      return writeConllu(parse(conlluDocument(conllu, vocabulary.language), conllu.sentences, vocabulary), conllu)
    },
    analyseConllu: (text) => {
      const conllu = readConllu(text)
      return analyse(conlluDocument(conllu, vocabulary.language), vocabulary, conllu.sentences)
    },
    toConllu: (analysis) => writeConllu(analysis),
    receive: (bytes, hints = {}) => receiveBytes(bytes, hints, vocabulary.intake),
  }
}
