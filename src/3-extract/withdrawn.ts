import type { Analysis } from '../model/analysis.ts'
import { contains, firstEndingAfter, type Span } from '../model/span.ts'
import type { Correction } from '../vocabulary/corrections.ts'
import type { Vocabulary } from '../vocabulary/index.ts'
import type { Draft } from './draft.ts'
import { childrenOf } from './frames/index.ts'

const lower = (text: string): string => text.toLowerCase()

/** "Of this report": whether the row knows what the noun is a version of, or nothing is said of that and none is asked for. */
function isOfReport(analysis: Analysis, noun: number, row: Correction): boolean {
  const whole = childrenOf(analysis, noun).filter(({ deprel }) => deprel === 'nmod')
  if (row.of === null) return whole.length === 0
  return whole.some(({ index, lemma }) => {
    const words = childrenOf(analysis, index).map(({ text }) => lower(text))
    return row.of?.has(lower(lemma)) && words.includes('of') && (!row.this || words.includes('this'))
  })
}

/** Whether one of the row's words stands in the noun's paragraph. */
function isBeside({ tokens, sentences }: Analysis, noun: number, { beside }: Correction): boolean {
  if (beside === null) return true
  const own = sentences[tokens[noun]!.sentence]!
  return [own.index - 1, own.index].some((k) => {
    const sentence = sentences[k]
    if (sentence?.paragraph !== own.paragraph) return false
    return tokens.slice(sentence.first, sentence.last + 1).some(({ lemma }) => beside.has(lower(lemma)))
  })
}

/** Whether a noun is what the row calls an earlier version of the report at hand. */
const isVersion = (analysis: Analysis, noun: number, row: Correction): boolean =>
  row.versions.has(lower(analysis.tokens[noun]!.lemma)) &&
  childrenOf(analysis, noun).some(({ deprel, text }) => deprel === 'amod' && row.before.has(lower(text))) &&
  isOfReport(analysis, noun, row) &&
  isBeside(analysis, noun, row)

/** The clauses that tell what an earlier version of the report said. */
export function findWithdrawn(analysis: Analysis, { corrections }: Pick<Vocabulary, 'corrections'>): readonly Span[] {
  const told = analysis.clauses.filter(({ arguments: all }) => {
    const subject = all.find(({ role, implied }) => role === 'subject' && implied !== true)
    return subject && corrections.some((row) => isVersion(analysis, subject.head, row))
  })
  return told.map(({ core }) => core).sort((a, b) => a.end - b.end)
}

/** Without what the report itself takes back. */
export const dropWithdrawn = (drafts: readonly Draft[], withdrawn: readonly Span[]): readonly Draft[] =>
  withdrawn.length === 0
    ? drafts
    : drafts.filter(({ evidence: [first] }) => {
        const span = first && withdrawn[firstEndingAfter(withdrawn, first.start)]
        return !span || !contains(span, first)
      })
