export { actor, type Page } from './actor.ts'
export { type ActorsOptions, actors, type Known } from './actors.ts'
export { agreements, type Pact, type Step } from './agreements.ts'
export type { Answer, Cited, Named, None, Standing, When } from './answer.ts'
export { type BriefOptions, brief, SECTIONS, type Section, type Sentence } from './brief/index.ts'
export { dependencies, type Edge, type Node, type Web } from './dependencies.ts'
export { type Disagreement, type DisagreementOptions, disagreements, type Side } from './disagreements.ts'
export { type EstimateOptions, estimates, type Figure, type Series } from './estimates.ts'
export { actorIds } from './gather.ts'
export type { Hanging } from './hanging.ts'
export { findActors, nearestNames } from './names.ts'
export { type NewReport, type News, type NewsQuestion, news, type StatusChange } from './news.ts'
export type { OfficeChange } from './offices.ts'
export { type PlaceOnMap, places } from './places.ts'
export type { Question } from './question.ts'
export { type Interval, type RelationOptions, type Relationship, relations } from './relations.ts'
export {
  FOUND,
  type Found,
  type FoundActor,
  type FoundRecord,
  type FoundText,
  readSearch,
  type Sought,
  search,
} from './search.ts'
export type { NodeState } from './state.ts'
export { type Said, type StatementOptions, statements } from './statements.ts'
export type { Support } from './support.ts'
export { type Happening, type TimelineOptions, timeline } from './timeline.ts'
export type { ToldRecord } from './told-record.ts'
export { type Waiting, type WaitingOptions, type WaitingProposal, type WaitingRecord, waiting } from './waiting.ts'
