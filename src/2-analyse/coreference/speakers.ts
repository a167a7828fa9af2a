import { baseRelation, type Tree } from '../../model/tree.ts'
import type { Named } from '../steps.ts'

/** So many characters may lie between two stretches of one speech. */
const NEAR = 400
const REPORTED = new Set(['ccomp', 'obj', 'parataxis', 'dep', 'xcomp'])

/** Of each quotation, the token of who says it as the sentence around it shows, or -1: the subject of the verb it hangs on. */
export function speakersOf(analysis: Named, tree: Tree): Int32Array {
  const { quotations, tokens } = analysis
  const speakers = new Int32Array(quotations.length).fill(-1)
  const ranges = tokenRanges(analysis)
  ranges.forEach((range, k) => {
    if (range) speakers[k] = speakerOf(analysis, tree, range)
  })
  for (let k = 1; k < quotations.length; k++) {
    const [before, here] = [quotations[k - 1]!, quotations[k]!]
    if (speakers[k] === -1 && here.level === before.level && here.start - before.end < NEAR)
      speakers[k] = speakers[k - 1]!
  }
  return speakers.map((token) => (token >= 0 && tokens[token] ? token : -1))
}

interface Range {
  first: number
  last: number
}

function tokenRanges({ quotations, tokens }: Named): (Range | null)[] {
  let from = 0
  return quotations.map(({ start, end }) => {
    while (from < tokens.length && tokens[from]!.start < start) from++
    while (from > 0 && tokens[from - 1]!.start >= start) from--
    let last = from
    while (last < tokens.length && tokens[last]!.end <= end && tokens[last]!.sentence === tokens[from]?.sentence) last++
    return last > from ? { first: from, last: last - 1 } : null
  })
}

function speakerOf({ tokens }: Named, tree: Tree, { first, last }: Range): number {
  const inside = (token: number) => token >= first && token <= last
  const seen = new Set<number>()
  /** Subject of a verb outside, each verb asked once. */
  const subject = (verb: number): number => {
    if (seen.has(verb)) return -1
    seen.add(verb)
    return tree.children(verb).find((child) => baseRelation(tokens[child]!) === 'nsubj' && !inside(child)) ?? -1
  }
  for (let token = first; token <= last; token++) {
    const { head, upos } = tokens[token]!
    if (upos === 'PUNCT' || inside(head)) continue
    if (head >= 0 && REPORTED.has(baseRelation(tokens[token]!))) {
      const found = subject(head)
      if (found >= 0) return found
    }
    for (const child of tree.children(token)) {
      const found = !inside(child) && baseRelation(tokens[child]!) === 'parataxis' ? subject(child) : -1
      if (found >= 0) return found
    }
  }
  return -1
}
