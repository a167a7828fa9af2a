import type { Sentence } from '../../model/analysis.ts'
import { paragraphs } from './blocks.ts'
import type { Found } from './found.ts'
import { isWord, type Range, type Scene, trim } from './scene.ts'

const LONGEST_LABEL = 6

/** Tokens of the name before a colon that opens the sentence, if they are a speaker's label: "Stein: …", "Q: …". */
function labelOf(scene: Scene, { first, last }: Sentence): { label: Range; colon: number } | null {
  let from = first
  while (from <= last && !isWord(scene.tokens[from]!)) from++
  for (let k = from + 1; k <= Math.min(last, from + LONGEST_LABEL); k++) {
    if (scene.tokens[k]!.text !== ':') continue
    const label = { first: from, last: k - 1 }
    return k < last && isLabel(scene, label) ? { label, colon: k } : null
  }
  return null
}

/** Names, or words in capitals, and nothing else but a title before them. */
function isLabel(scene: Scene, { first, last }: Range): boolean {
  for (let t = first; t <= last; t++) {
    const { upos, text } = scene.tokens[t]!
    const capitals = text === text.toUpperCase() && text !== text.toLowerCase()
    if (!capitals && upos !== 'PROPN' && !scene.namedAt(t) && upos !== 'PUNCT') return false
  }
  return true
}

/**
 * Headlines ("Stein: no deal") and transcripts: a paragraph that opens with a name and a colon is what that one says.
 * Where labels come thick, the paragraphs without one go on with the speaker before them.
 */
export function labelled(scene: Scene): Found[] {
  const found: Found[] = []
  const all = paragraphs(scene.analysis.sentences)
  const labels = all.map((p) => labelOf(scene, p[0]!))
  const transcript = labels.filter(Boolean).length >= 4
  all.forEach((p, i) => {
    const label = labels[i]
    const to = p.at(-1)!.last
    const range = trim(scene, { first: label ? label.colon + 1 : p[0]!.first, last: to })
    if (!range) return
    const before = found.at(-1)
    if (label) {
      const { first, last } = label.label
      found.push({
        source: [label.label],
        sourceToken: headOf(scene, first, last),
        cue: [{ first: label.colon, last: label.colon }],
        content: [range],
        rule: 'label',
        sense: 'speech',
      })
    } else if (transcript && before && i < labels.findLastIndex(Boolean))
      found[found.length - 1] = { ...before, content: [...before.content, range] }
  })
  return found
}

/** The word of the label on which the others hang. */
function headOf(scene: Scene, first: number, last: number): number {
  for (let t = first; t <= last; t++) {
    const { head } = scene.tokens[t]!
    if (head < first || head > last) return t
  }
  return last
}
