import type { Token } from '../../model/analysis.ts'

/** A token that is being mended. */
export type Draft = { -readonly [K in keyof Token]: Token[K] }
