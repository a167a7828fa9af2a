export { actorsOf, firstActors, namedIn, ownersOf } from './actors.ts'
export { type FrameMatch, matchFrames } from './match.ts'
export { argumentsInPhrase, childrenOf, clauseAt, infinitives, isBareAdverbial, tokensIn } from './phrase.ts'
export { isOfClass } from './tests.ts'
