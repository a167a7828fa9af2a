import type { Entity, EntityType } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Quoted, WordEvidence } from '../steps.ts'
import { readAcronyms } from './acronyms.ts'
import { classifyNames } from './classify.ts'
import { agreeTypes, spreadNames } from './consistency.ts'
import { readDatelines } from './datelines.ts'
import { type NameDraft, type Refiner, toEntity } from './draft.ts'
import { readHeads } from './heads.ts'
import { joinInitials } from './initials.ts'
import { readKinds } from './kinds.ts'
import { useKnownNames } from './known.ts'
import { joinParticles } from './particles.ts'
import { recogniseNames } from './recognise.ts'
import { splitBodies } from './split.ts'
import { findTeams } from './teams.ts'
import { findTitles } from './titles.ts'
import { trimNames } from './trim.ts'

/** What sets the model's names right, in order. */
const REFINERS: readonly Refiner[] = [
  trimNames,
  splitBodies,
  joinInitials,
  joinParticles,
  readDatelines,
  useKnownNames,
  readHeads,
  readAcronyms,
  readKinds,
  agreeTypes,
  findTeams,
  spreadNames,
  joinParticles,
  classifyNames,
  findTitles,
]

/** The names of a document: found by the model, then set right by what is known and by the rest of the document. */
export function findNames(analysis: Quoted, { names }: Pick<Vocabulary, 'names'>, evidence: WordEvidence): Entity[] {
  const scene = { ...analysis, names }
  const found: readonly NameDraft[] = recogniseNames(analysis, names.model, evidence).map((span) => ({
    ...span,
    type: span.type as EntityType,
  }))
  return REFINERS.reduce((drafts, refine) => refine(drafts, scene), found).map((draft) =>
    toEntity(draft, analysis.tokens),
  )
}
