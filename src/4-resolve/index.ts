import type { Resolver } from '../model/index.ts'
import { conflictBetween } from './conflict.ts'
import { link } from './link.ts'
import { match } from './match.ts'
import { keysOf } from './names.ts'
import { origins } from './origins.ts'
import { sign } from './sign.ts'

/** Records → the world's actors, the same happening in several reports, what contradicts and what is a copy. */
export const resolver: Resolver = { keysOf, link, match, conflict: conflictBetween, origins, sign }
