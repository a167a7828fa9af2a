import type { Analysis, Attribution, Entity } from '../../model/analysis.ts'
import { entityAt, firstEntityFrom, firstTokenFrom } from './ground.ts'

/** Words that may stand between a name and the verb of saying: ",", "has", "also". */
const BETWEEN = new Set(['PUNCT', 'AUX', 'ADV'])

/** The last token before the verb of saying, or at the end of the speaker's phrase, that may end a name. */
function lastOf(analysis: Analysis, { source, sourceToken, cueToken }: Attribution): number {
  const { tokens } = analysis
  if (cueToken === undefined || cueToken < sourceToken!)
    return source ? firstTokenFrom(analysis, source.at(-1)!.end - 1) : sourceToken!
  let last = cueToken - 1
  while (last > sourceToken! && BETWEEN.has(tokens[last]!.upos)) last--
  return last
}

/** Whether a name may belong to the office before it: a comma or the name of a place parts them, and no preposition. */
function follows({ tokens, entities }: Analysis, office: number, name: Entity): boolean {
  const before = tokens[name.first - 1]!
  if (before.index <= office) return true
  return before.text === ',' || entityAt(entities, before.index)?.type === 'place'
}

/** "The vice president, Mike Pell, said": a token of the name that closes the speaker's phrase, where an office opens it. */
export function nameBeside(analysis: Analysis, attribution: Attribution): number | undefined {
  const { entities } = analysis
  const { sourceToken } = attribution
  if (sourceToken === undefined || entityAt(entities, sourceToken)?.type === 'person') return undefined
  const last = lastOf(analysis, attribution)
  const name = entityAt(entities, last)
  if (name?.type !== 'person' || name.last !== last || name.first <= sourceToken) return undefined
  const between = entities.slice(firstEntityFrom(entities, sourceToken), firstEntityFrom(entities, name.first))
  if (between.some(({ type }) => type === 'person')) return undefined
  return follows(analysis, sourceToken, name) ? last : undefined
}
