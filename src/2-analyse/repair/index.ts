import type { TimeExpression, Token } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Named } from '../steps.ts'
import { findActingNames } from './acting-names.ts'
import { readAsPast } from './bare-participles.ts'
import { hangOnBearers } from './bearers.ts'
import { hangOnCalls } from './called-on.ts'
import { hangComments } from './comments.ts'
import { readAsConditions } from './conditions.ts'
import { hangContrasts } from './contrasts.ts'
import { readAsThose } from './counted-states.ts'
import { partDueTo } from './due-to.ts'
import { hangFiniteConjuncts } from './finite-conjuncts.ts'
import { hangOnWhatIsSaid, readAsSubjects } from './going-on.ts'
import { keepTrees } from './keep-trees.ts'
import { partLeadingTimes } from './leading-times.ts'
import { readAsClauses } from './misread-clauses.ts'
import { readAsVerbs } from './misread-verbs.ts'
import { hangParticles } from './particles.ts'
import { joinPerfects } from './perfects.ts'
import { hangReportedTimes } from './reported-times.ts'
import { readAsTold } from './told-that.ts'
import { hangTrailingSpeakers } from './trailing-speakers.ts'
import { partSpeakers } from './two-subjects.ts'
import { findUntoldNames } from './untold-names.ts'

/** What names tell about the trees: who bears a title, whom an office names, what is a verb after all. */
export function repairByNames<T extends Named>(
  named: T,
  { reference, grammar, events, cues }: Pick<Vocabulary, 'reference' | 'grammar' | 'events' | 'cues'>,
): T {
  const tokens: Token[] = named.tokens.map((token) => ({ ...token }))
  readAsVerbs(tokens)
  readAsPast(tokens, named.sentences)
  readAsClauses(tokens, events)
  readAsSubjects(tokens, events)
  partDueTo(tokens)
  readAsConditions(tokens)
  readAsTold(tokens, cues)
  hangOnCalls(tokens, cues)
  joinPerfects(tokens)
  hangFiniteConjuncts(tokens, cues)
  hangTrailingSpeakers(tokens, named.sentences, cues)
  partSpeakers(tokens, named.sentences, cues)
  hangContrasts(tokens, cues)
  hangOnWhatIsSaid(tokens, cues)
  readAsThose(tokens)
  hangParticles(tokens, grammar)
  hangComments(tokens, cues)
  keepTrees(tokens, named.tokens, named.sentences)
  const untold = [...named.entities, ...findUntoldNames(named, reference.offices)]
  const acting = findActingNames({ ...named, entities: untold }, tokens, { reference, events, cues })
  const entities = [...untold, ...acting].sort((a, b) => a.first - b.first)
  return hangOnBearers({ ...named, tokens, entities }, reference.offices)
}

/** What times tell about the trees: whose time a time is. */
export function repairByTimes<T extends Named & { readonly times: readonly TimeExpression[] }>(
  dated: T,
  { cues }: Pick<Vocabulary, 'cues'>,
): T {
  return partLeadingTimes(hangReportedTimes(dated, cues))
}
