import { receiveReport } from '../../src/1-receive/index.ts'
import { analyseWithEvidence, type Observe } from '../../src/2-analyse/index.ts'
import { extract } from '../../src/3-extract/index.ts'
import { loadVocabulary, type Report } from '../../src/read.ts'

/** Which part of the time of a whole reading each step takes, in the order of the steps; all parts add up to 1. */
export function shareOfSteps(all: readonly Report[], seconds: number): ReadonlyMap<string, number> {
  const vocabulary = loadVocabulary('en')
  const spent = new Map<string, number>()
  const timed: Observe = (step, work) => {
    const start = performance.now()
    const result = work()
    spent.set(step, (spent.get(step) ?? 0) + performance.now() - start)
    return result
  }
  const read = (report: Report): void => {
    const { document } = timed('receive', () => receiveReport(report, vocabulary.intake))
    const { analysis, evidence } = analyseWithEvidence(document, vocabulary, undefined, timed)
    timed('extraction', () => extract(analysis, vocabulary, evidence.records))
  }
  for (const report of all) read(report)
  spent.clear()
  const start = performance.now()
  while (performance.now() - start < seconds * 1000) for (const report of all) read(report)
  const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0)
  return new Map([...spent].map(([step, ms]) => [step, ms / total]))
}
