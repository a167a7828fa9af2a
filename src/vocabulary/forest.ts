import { z } from 'zod'
import { ReadoutError } from '../model/errors.ts'
import type { DataSource } from './source.ts'

/** Decision trees whose values are summed: whole numbers in, a whole number out, the same on every machine. */
export interface Forest {
  /** What each input is, in order. */
  readonly features: readonly string[]
  /** Sum of the trees' leaves for these inputs; what the first trees find hopeless is not weighed further. */
  score(values: Int32Array): number
}

const FILE = 'models/coreference.json'
const Trees = z.strictObject({
  features: z.array(z.string()).min(1),
  scale: z.number(),
  /** After so many trees a sum below `least` stands. */
  glance: z.strictObject({ trees: z.int().min(1), least: z.int() }),
  trees: z.array(z.strictObject({ nodes: z.array(z.int()), leaves: z.array(z.int()) })).min(1),
})
/** Numbers a node takes: feature, bound, where to go up to the bound, where to go above it. */
const NODE = 4

type Tree = z.infer<typeof Trees>['trees'][number]

/** All trees in one array; a negative place is a leaf of the second array. */
function lay(trees: readonly Tree[]) {
  const nodes = new Int32Array(trees.reduce((n, tree) => n + tree.nodes.length, 0))
  const leaves = Int32Array.from(trees.flatMap((tree) => tree.leaves))
  const roots = new Int32Array(trees.length)
  let at = 0
  let leaf = 0
  trees.forEach((tree, k) => {
    roots[k] = at
    for (let n = 0; n < tree.nodes.length; n += NODE) {
      nodes[at + n] = tree.nodes[n]!
      nodes[at + n + 1] = tree.nodes[n + 1]!
      for (const side of [2, 3]) {
        const to = tree.nodes[n + side]!
        nodes[at + n + side] = to < 0 ? ~(leaf + ~to) : at + to * NODE
      }
    }
    at += tree.nodes.length
    leaf += tree.leaves.length
  })
  return { nodes, leaves, roots }
}

function check(tree: Tree, width: number, fail: (what: string) => never): void {
  const { nodes, leaves } = tree
  const count = nodes.length / NODE
  for (let n = 0; n < nodes.length; n += NODE) {
    const known = nodes[n]! >= 0 && nodes[n]! < width
    const inside = (to: number) => (to < 0 ? ~to < leaves.length : to > n / NODE && to < count)
    if (!known || !inside(nodes[n + 2]!) || !inside(nodes[n + 3]!)) fail('holds a broken tree')
  }
}

export function loadForest(source: DataSource): Forest {
  const fail = (what: string): never => {
    throw new ReadoutError('vocabulary-invalid', `data/${FILE} ${what}; install the program again`)
  }
  const parsed = Trees.safeParse(source.rows(FILE))
  if (!parsed.success) return fail('is no model of this program')
  const { features, trees, glance } = parsed.data
  for (const tree of trees) check(tree, features.length, fail)
  const { nodes, leaves, roots } = lay(trees)
  const glanced = glance.trees - 1
  const { least } = glance
  return {
    features,
    score(values) {
      let sum = 0
      for (let k = 0; k < roots.length; k++) {
        let at = roots[k]!
        while (at >= 0) at = values[nodes[at]!]! <= nodes[at + 1]! ? nodes[at + 2]! : nodes[at + 3]!
        sum += leaves[~at]!
        if (k === glanced && sum < least) break
      }
      return sum
    },
  }
}
