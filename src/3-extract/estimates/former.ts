import type { Quantity } from '../../model/analysis.ts'
import type { Span } from '../../model/span.ts'
import { phraseHead, type Scene } from './scene.ts'

/** The word that says that another number has taken this one's place ("an earlier toll of 27", "from 27 to 20"); null where none does. */
export function formerCue(scene: Scene, quantity: Quantity): Span | null {
  const { tokens, measures } = scene
  const head = phraseHead(scene, quantity)
  const path = [head, tokens[head]!.head, tokens[tokens[head]!.head]?.head ?? -1].filter((at) => at >= 0)
  for (const { words, with: over } of measures.former) {
    if (over.size > 0 && !path.some((at) => governs(scene, at, over))) continue
    for (const at of path.slice(0, 2))
      for (const child of scene.children(at)) {
        const { text, deprel } = tokens[child]!
        if (/^(amod|case|advmod)/.test(deprel) && words.has(text.toLowerCase()))
          return { start: tokens[child]!.start, end: tokens[child]!.end }
      }
  }
  return null
}

/** The word or one beside it ("down from") is among the lemmas. */
const governs = ({ tokens, children }: Scene, at: number, lemmas: ReadonlySet<string>): boolean =>
  lemmas.has(tokens[at]!.lemma.toLowerCase()) ||
  children(at).some((child) => lemmas.has(tokens[child]!.lemma.toLowerCase()))
