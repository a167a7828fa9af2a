import type { Analysis } from '../model/analysis.ts'
import { innermost } from '../model/nesting.ts'
import type { ActorId } from '../model/records.ts'
import type { Vocabulary } from '../vocabulary/index.ts'
import type { ClauseOf } from './clause-of.ts'
import type { Standing } from './context.ts'
import type { ActorsAt } from './speech/ground.ts'
import { findSpeakers } from './speech/speakers.ts'

const FACT = { polarity: 'affirmed', certainty: 'certain', realis: 'actual' } as const

export interface Standings {
  /** Standing of a clause, by its id. */
  standing(clause: number): Standing
  /** Standing of a token that heads no clause: said by whoever says the words around it, taken as fact there. */
  standingAt(token: number): Standing
}

/** The chain of speakers over each attribution, outermost first, its own speaker last. Attitudes make no source. */
function chains(
  analysis: Analysis,
  { cues }: Pick<Vocabulary, 'cues'>,
  speakers: readonly (readonly ActorId[])[],
): (readonly ActorId[])[] {
  const found: (readonly ActorId[])[] = []
  const chainOf = (index: number): readonly ActorId[] => {
    const path: number[] = []
    let at: number | undefined = index
    while (at !== undefined && found[at] === undefined && !path.includes(at)) {
      path.push(at)
      at = analysis.attributions[at]!.parent
    }
    for (const k of path.reverse()) {
      const { parent, rule } = analysis.attributions[k]!
      const above = parent === undefined ? [] : (found[parent] ?? [])
      const speaker = isSaying(cues.byId.get(rule)?.sense) ? speakers[k]![0] : undefined
      found[k] = speaker === undefined || above.at(-1) === speaker ? above : [...above, speaker]
    }
    return found[index]!
  }
  analysis.attributions.forEach((_, index) => {
    chainOf(index)
  })
  return found
}

/** A rule without a lexicon row takes a quotation or a label, both of them sayings. */
export const isSaying = (sense: string | undefined): boolean =>
  sense === undefined || sense === 'speech' || sense === 'evidence'

/** Who says so, and how sure, for every clause and every word. */
export function buildStandings(
  analysis: Analysis,
  vocabulary: Pick<Vocabulary, 'cues' | 'channels'>,
  clauses: ClauseOf,
  actors: ActorsAt,
): Standings {
  const sources = chains(analysis, vocabulary, findSpeakers(analysis, vocabulary, actors))
  const covers = analysis.attributions.map(({ content, anaphoric }) => ({ spans: anaphoric ? [] : content }))
  const inside = innermost(
    covers,
    analysis.tokens.map(({ start }) => start),
  )
  const sourcesAt = (token: number): readonly ActorId[] => sources[inside[token]!] ?? []
  const cuesAt = (token: number) => analysis.attributions[inside[token]!]?.cue ?? []
  return {
    standing(id) {
      const { token, polarity, certainty, realis, cues } = analysis.predicates[id]!
      return { polarity, certainty, realis, sources: sourcesAt(token), cues: [...cues, ...cuesAt(token)] }
    },
    standingAt(token) {
      const clause = clauses.at(token)
      const above = clause === null ? undefined : analysis.predicates[clause]
      const cues = [...(above?.cues ?? []), ...cuesAt(token)]
      return {
        ...FACT,
        realis: above?.realis === 'hypothetical' ? 'hypothetical' : 'actual',
        sources: sourcesAt(token),
        cues,
      }
    },
  }
}
