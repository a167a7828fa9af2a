import type { Chain, Mention } from '../../model/analysis.ts'
import type { Reference } from '../../vocabulary/reference.ts'
import { chainLinks, chainType } from './chain-type.ts'
import type { Clusters } from './clusters.ts'
import type { CoreferenceContext } from './context.ts'
import type { Phrase } from './mention.ts'

const toMention = ({ start, end, head, token, form }: Phrase): Mention => ({ start, end, head, token, form })

/** The name by which a chain is called: its longest name, else its first description, else its first word. */
function nameOf(phrases: readonly Phrase[], text: string): string {
  let best: Phrase | null = null
  for (const phrase of phrases) {
    if (phrase.form !== 'name') continue
    if (!best || phrase.name!.words.length > best.name!.words.length) best = phrase
    else if (best.name!.acronym && !phrase.name!.acronym) best = phrase
  }
  const chosen = best ?? phrases.find((phrase) => phrase.form === 'nominal') ?? phrases[0]!
  const { start, end } = best ? chosen.head : chosen
  return text.slice(start, end)
}

/** Is a phrase that nothing else takes up worth a chain of its own? Names are, and descriptions of actors. */
function standsAlone(phrase: Phrase, type: string): boolean {
  if (phrase.group || phrase.kind === 'time' || phrase.form === 'pronoun') return false
  return phrase.form === 'name' || type !== 'other'
}

/** The clusters as chains, in order of their first mention. */
export function toChains(clusters: Clusters, context: CoreferenceContext, reference: Reference, text: string): Chain[] {
  const chains: Chain[] = []
  const lists = clusters.all().map(({ members }) => members.sort((a, b) => a - b))
  for (const members of lists.sort((a, b) => a[0]! - b[0]!)) {
    const phrases = members.map((id) => context.phrases[id]!)
    const type = chainType(phrases, reference)
    if (phrases.length === 1 && !standsAlone(phrases[0]!, type)) continue
    const links = chainLinks(phrases)
    const id = `c${chains.length + 1}`
    chains.push({
      id,
      type,
      name: nameOf(phrases, text),
      mentions: phrases.map(toMention),
      ...(links ? { links } : {}),
    })
  }
  return chains
}
