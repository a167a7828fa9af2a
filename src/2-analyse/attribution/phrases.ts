import { baseRelation } from '../../model/tree.ts'
import type { PhraseCue } from '../../vocabulary/cues.ts'
import { child } from './content.ts'
import type { Found } from './found.ts'
import { isWord, join, type Range, type Scene, trim, without } from './scene.ts'
import { phrase } from './sources.ts'

const lower = (scene: Scene, token: number): string => scene.tokens[token]?.text.toLowerCase() ?? ''

const FARTHEST_OBJECT = 15

/** The token that heads the object of the phrase whose words stand from `first` to `last`. */
function objectOf(scene: Scene, first: number, last: number): number | null {
  const { tokens } = scene
  const within = (t: number): boolean => t >= first && t <= last
  const { sentence, head } = tokens[first]!
  if (head > last && tokens[head]!.sentence === sentence && last - first < 2) return head
  for (let t = last + 1; t <= last + FARTHEST_OBJECT && tokens[t]?.sentence === sentence; t++)
    if (within(tokens[t]!.head) && tokens[t]!.deprel.startsWith('nmod')) return t
  return null
}

const NONFINITE = new Set(['xcomp', 'conj', 'obl', 'nmod', 'obj', 'appos', 'advcl', 'acl', 'dep'])

/** A clause that can stand by itself: with a subject of its own, or at the root. */
const isWhole = (scene: Scene, token: number): boolean =>
  scene.tokens[token]!.head < 0 ||
  !NONFINITE.has(baseRelation(scene.tokens[token]!)) ||
  (scene.clauseAt(token) !== undefined && child(scene, token, ['nsubj', 'csubj', 'expl']) !== undefined)

/** The clause that the phrase stands in: the nearest whole one above it. */
function clauseHead(scene: Scene, token: number): number {
  let at = scene.tokens[token]!.head
  while (at >= 0 && scene.tokens[at]!.head >= 0 && !isWhole(scene, at)) at = scene.tokens[at]!.head
  return at
}

const isLater = (relation: string): boolean => relation === 'parataxis' || relation === 'conj'

/** What the clause says beside the phrase: later conjuncts stay out where the phrase stands before them. */
function contentAround(scene: Scene, hole: Range, head: number): Range[] {
  const range = scene.tree.extent(head, (child) => {
    const { first } = scene.tree.extent(child.index)
    return (
      child.upos === 'PUNCT' ||
      baseRelation(child) === 'mark' ||
      (isLater(baseRelation(child)) && first > hole.last && hole.first > head)
    )
  })
  return without(range, hole).flatMap((r) => trim(scene, r) ?? [])
}

const canSay = (scene: Scene, { entity, except }: PhraseCue, head: number): boolean =>
  (!entity || scene.namedAt(head)) && !except.includes(scene.tokens[head]!.lemma.toLowerCase())

function prepositionAt(scene: Scene, first: number): Found | null {
  const rows = scene.cues.prepositions.get(lower(scene, first))
  const row = rows?.find(({ words }) => words.every((word, k) => lower(scene, first + k) === word))
  if (!row || scene.namedAt(first)) return null
  const last = first + row.words.length - 1
  const head = objectOf(scene, first, last)
  if (head === null || !canSay(scene, row, head)) return null
  const source = phrase(scene, head, first)
  const above = clauseHead(scene, head)
  if (!source || above < 0) return null
  const hole = { first, last: Math.max(...source.ranges.map((r) => r.last)) }
  const content = contentAround(scene, hole, above)
  return content.length === 0
    ? null
    : {
        source: source.ranges,
        sourceToken: head,
        cue: [{ first, last }],
        cueToken: first,
        content,
        rule: row.id,
        sense: row.sense,
      }
}

/** "reportedly", "allegedly": the clause is said by somebody unnamed. */
function adverbAt(scene: Scene, token: number): Found | null {
  const row: PhraseCue | undefined = scene.cues.adverbs.get(lower(scene, token))
  const head = scene.tokens[token]!.head
  if (!row || head < 0) return null
  const content = without(scene.tree.extent(head), { first: token, last: token }).flatMap((r) => trim(scene, r) ?? [])
  return content.length === 0
    ? null
    : {
        source: null,
        cue: [{ first: token, last: token }],
        cueToken: token,
        content: join(content),
        rule: row.id,
        sense: row.sense,
      }
}

/** "according to X", "reportedly": what attributes a clause without a verb or noun of saying. */
export function phraseAt(scene: Scene, token: number): Found | null {
  if (!isWord(scene.tokens[token]!)) return null
  return prepositionAt(scene, token) ?? adverbAt(scene, token)
}
