import type { Sentence } from '../../model/analysis.ts'
import { isSaying } from './cues.ts'
import type { Found } from './found.ts'
import { fromVerb } from './quoted.ts'
import { type Range, type Scene, trim } from './scene.ts'

/** Sentences by paragraph, in order. */
export function paragraphs(sentences: readonly Sentence[]): Sentence[][] {
  const found: Sentence[][] = []
  for (const sentence of sentences) {
    const before = found.at(-1)
    if (before && before[0]!.paragraph === sentence.paragraph) before.push(sentence)
    else found.push([sentence])
  }
  return found
}

const rangeOf = (paragraph: readonly Sentence[]): Range => ({
  first: paragraph[0]!.first,
  last: paragraph.at(-1)!.last,
})

const FIRST_PERSON = /^(I|we|my|our|us|me|mine|ours)$/i

function speaksOfItself(scene: Scene, { first, last }: Range): boolean {
  for (let t = first; t <= last; t++) if (FIRST_PERSON.test(scene.tokens[t]!.text)) return true
  return false
}

/** The last verb of saying in a sentence that ends in a colon: "The minister said:". */
function colonCue(scene: Scene, { first, last }: Sentence): number | null {
  if (scene.tokens[last]!.text !== ':') return null
  for (let t = last - 1; t >= first; t--) if (isSaying(scene, t)) return t
  return null
}

/** The paragraphs that follow a colon: the first, and those after it that go on in the first person or in quotation marks. */
function blockAfter(scene: Scene, all: readonly (readonly Sentence[])[], at: number): Range[] {
  const found: Range[] = []
  const quoted = at < all.length && scene.quotationAt(all[at]![0]!.first) >= 0
  for (let p = at; p < all.length; p++) {
    const range = rangeOf(all[p]!)
    const goesOn = quoted
      ? scene.quotationAt(range.first) >= 0 && scene.quotationAt(range.last) >= 0
      : speaksOfItself(scene, range)
    if (p > at && !goesOn) break
    const trimmed = trim(scene, range)
    if (trimmed) found.push(trimmed)
  }
  return found
}

/** "The minister said:" at the end of a paragraph: what follows is set off as his words. */
export function setOff(scene: Scene): Found[] {
  const all = paragraphs(scene.analysis.sentences)
  return all.flatMap((paragraph, p) => {
    const verb = colonCue(scene, paragraph.at(-1)!)
    const content = verb === null ? [] : blockAfter(scene, all, p + 1)
    const found = verb === null || content.length === 0 ? null : fromVerb(scene, content, verb)
    return found ? [{ ...found, setOff: true as const }] : []
  })
}
