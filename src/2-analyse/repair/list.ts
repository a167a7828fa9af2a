import { actingNames } from './acting-names.ts'
import { bareParticiples } from './bare-participles.ts'
import { bearers } from './bearers.ts'
import { calledOn } from './called-on.ts'
import { comments } from './comments.ts'
import { compoundsOfVerbs } from './compounds-of-verbs.ts'
import { conditions } from './conditions.ts'
import { contrasts } from './contrasts.ts'
import { countedStates } from './counted-states.ts'
import { dueTo } from './due-to.ts'
import { endMarks } from './end-marks.ts'
import { finiteConjuncts } from './finite-conjuncts.ts'
import { goingOn } from './going-on.ts'
import { leadingTimes } from './leading-times.ts'
import { misreadClauses } from './misread-clauses.ts'
import { misreadVerbs } from './misread-verbs.ts'
import { namesAfterOffices } from './names-after-offices.ts'
import { outerMarks } from './outer-marks.ts'
import { particles } from './particles.ts'
import { pastsWithObjects } from './pasts-with-objects.ts'
import { perfects } from './perfects.ts'
import type { Repair } from './repair.ts'
import { reportedTimes } from './reported-times.ts'
import { resumedActs } from './resumed-acts.ts'
import { saidAmid } from './said-amid.ts'
import { toldClauses } from './told-clauses.ts'
import { trailingSpeakers } from './trailing-speakers.ts'
import { twoSubjects } from './two-subjects.ts'

/** Read words and trees. */
export const OF_TREES: readonly Repair[] = [
  misreadVerbs,
  bareParticiples,
  pastsWithObjects,
  compoundsOfVerbs,
  misreadClauses,
  resumedActs,
  dueTo,
  conditions,
  toldClauses,
  outerMarks,
  calledOn,
  perfects,
  finiteConjuncts,
  trailingSpeakers,
  saidAmid,
  twoSubjects,
  contrasts,
  goingOn,
  countedStates,
  particles,
  comments,
  endMarks,
]

/** Read names too, or add them. */
export const OF_NAMES: readonly Repair[] = [namesAfterOffices, actingNames, bearers]

/** Read times too. */
export const OF_TIMES: readonly Repair[] = [reportedTimes, leadingTimes]

/** Every repair, in the order in which they run. */
export const REPAIRS: readonly Repair[] = [...OF_TREES, ...OF_NAMES, ...OF_TIMES]
