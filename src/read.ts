import { createHash } from 'node:crypto'
import { analyse } from './2-analyse/index.ts'
import type { RawSentence } from './2-analyse/steps.ts'
import { extract } from './3-extract/index.ts'
import type { Analysis, Document, Reading } from './model/index.ts'
import { loadVocabulary, type Vocabulary } from './vocabulary/index.ts'

/** What the caller knows of a report; only the text is needed. */
export interface Report {
  readonly id?: string
  readonly text: string
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  readonly publishedAt?: string
}

export interface Reader {
  read(report: Report): Reading
  analyse(report: Report, given?: readonly RawSentence[]): Analysis
}

function toDocument({ id: _id, ...report }: Report): Document {
  const known = Object.fromEntries(Object.entries(report).filter(([, value]) => value != null))
  return {
    ...(known as unknown as Report),
    id: createHash('sha256').update(report.text).digest('hex').slice(0, 32),
    language: 'en',
  }
}

export function createReader(vocabulary: Vocabulary = loadVocabulary()): Reader {
  const analyseReport: Reader['analyse'] = (report, given) => analyse(toDocument(report), vocabulary, given)
  return {
    analyse: analyseReport,
    read(report) {
      const analysis = analyseReport(report)
      return {
        readout: '1',
        reader: { name: 'readout', version: '0.1.0', model: '', vocabulary: '' },
        document: analysis.document,
        ...extract(analysis, vocabulary),
        issues: [],
      }
    },
  }
}
