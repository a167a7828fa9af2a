/** All that is read off the encoder's vectors. */
import type { Head } from './head.ts'
import { names } from './names.ts'
import { records } from './records.ts'
import { tags } from './tags.ts'
import { tree } from './tree.ts'
import { vectors } from './vectors.ts'

export const HEADS = { tags, tree, names, vectors, records }

type Heads = typeof HEADS
type OutOf<H> = H extends Head<infer Out> ? Out : never

/** What the heads give for a sentence. */
export type Reading = { readonly [K in keyof Heads]: OutOf<Heads[K]> }
