export { actorsOf, firstActors, ownersOf } from './actors.ts'
export { type FrameMatch, matchFrames } from './match.ts'
export { argumentsInPhrase, childrenOf, isBareAdverbial } from './phrase.ts'
