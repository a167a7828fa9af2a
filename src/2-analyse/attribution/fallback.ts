import { baseRelation } from '../../model/tree.ts'
import type { Cue, CueFrame } from '../../vocabulary/cues.ts'
import { type Content, child } from './content.ts'
import { type AttributionContext, isWord, join, type Range, trim, without } from './context.ts'
import { type Source, speakerBefore } from './sources.ts'

/** Content that does not hang on its cue as a complement; with the speaker, where the words themselves say who. */
export interface Loose {
  readonly cue: Cue
  readonly content: Content
  readonly source?: Source
}

const loose = (cue: Cue, ranges: readonly Range[], source?: Source): Loose => ({
  cue,
  content: { ranges, cueTokens: [] },
  ...(source ? { source } : {}),
})

/** "X, the envoy said, Y": the clause around the aside, without it. */
function parenthetical(context: AttributionContext, cue: number, row: Cue): Loose | null {
  const { head } = context.tokens[cue]!
  if (head < 0 || baseRelation(context.tokens[cue]!) !== 'parataxis') return null
  return loose(row, without(context.tree.extent(head), context.tree.extent(cue)))
}

const LONGEST_TAIL = 40

/** "…, a militia holding the port": a verb without a tense says what somebody is, and closes no sentence. */
const isTenseless = (context: AttributionContext, cue: number): boolean => {
  const { xpos } = context.tokens[cue]!
  return xpos === 'VB' || (xpos === 'VBG' && child(context, cue, ['aux']) === undefined)
}

/** "S, sources said.": at the end of its sentence a saying takes all before the comma, however it was parsed. */
function closing(context: AttributionContext, cue: number, row: Cue): Loose | null {
  const { tokens, analysis } = context
  const { first, last } = analysis.sentences[tokens[cue]!.sentence]!
  const speaker = isTenseless(context, cue) ? null : speakerBefore(context, cue)
  if (!speaker || !/^[,”"’']/.test(tokens[speaker.first - 1]!.text)) return null
  if (last - cue > LONGEST_TAIL || tokens[cue + 1]?.text === ':') return null
  for (let t = cue + 1; t <= last; t++) if (tokens[t]!.upos === 'VERB' || tokens[t]!.upos === 'AUX') return null
  const said = trim(context, { first, last: speaker.first - 1 })
  if (!said || said.last - said.first < 3) return null
  return loose(row, [said], { head: speaker.last, ranges: [speaker] })
}

const FARTHEST_THAT = 15

/** "said on Friday during the visit that S", where the clause hangs on another word. */
function lateThat(context: AttributionContext, cue: number, row: Cue): Loose | null {
  const { tokens } = context
  for (let t = cue + 1; t <= cue + FARTHEST_THAT && tokens[t]?.sentence === tokens[cue]!.sentence; t++) {
    if (tokens[t]!.upos === 'VERB') return null
    if (tokens[t]!.text.toLowerCase() !== 'that' || tokens[t]!.deprel !== 'mark') continue
    const { head } = tokens[t]!
    return head > t ? loose(row, join([{ first: t, last: context.tree.extent(head).last }])) : null
  }
  return null
}

/** For a verb of saying without content beside it: the clause around it, before it, or later in its sentence. */
export function findLoose(context: AttributionContext, cue: number, frames: readonly CueFrame[]): Loose | null {
  if (context.tokens[cue]!.upos !== 'VERB' || context.clauseAt(cue)?.passive) return null
  const row = frames.find((f) => f.frame === 'clause' && f.cue.sense !== 'stance')?.cue
  if (!row) return null
  const aside = parenthetical(context, cue, row)
  if (aside) return aside
  if (row.sense !== 'speech' || !isWord(context.tokens[cue]!)) return null
  return closing(context, cue, row) ?? lateThat(context, cue, row)
}
