import type { Attribution, StatementMode } from '../../model/analysis.ts'
import { innermost } from '../../model/nesting.ts'
import { bySpan, type Span } from '../../model/span.ts'
import type { Frame } from '../../vocabulary/cues.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Claused } from '../steps.ts'
import { partAsides } from './asides.ts'
import { setOff } from './blocks.ts'
import { withCited } from './citing.ts'
import { attributionAt } from './cues.ts'
import { type Found, holds, words } from './found.ts'
import { labelled } from './labels.ts'
import { phraseAt } from './phrases.ts'
import { attachQuotations } from './quoted.ts'
import { buildScene, isWord, type Range, type Scene } from './scene.ts'
import { signed } from './signed.ts'

const spanOf = (scene: Scene, { first, last }: Range): Span => ({
  start: scene.tokens[first]!.start,
  end: scene.tokens[last]!.end,
})
const spansOf = (scene: Scene, ranges: readonly Range[]): Span[] => ranges.map((r) => spanOf(scene, r)).sort(bySpan)

/** The speaker's own words where all of it is quoted, the reporter's where none is. */
function modeOf(scene: Scene, content: readonly Range[]): StatementMode {
  let quoted = 0
  let all = 0
  for (const { first, last } of content)
    for (let t = first; t <= last; t++) {
      if (!isWord(scene.tokens[t]!)) continue
      all++
      if (scene.quotationAt(t) >= 0) quoted++
    }
  if (quoted === 0) return 'indirect'
  return quoted === all ? 'direct' : 'mixed'
}

/** For each token, the chain of the mention that it heads. */
function chainAt(scene: Scene): ReadonlyMap<number, string> {
  return new Map(scene.analysis.chains.flatMap((chain) => chain.mentions.map((m) => [m.token, chain.id] as const)))
}

/** Index of the attribution in whose content each cue stands, or -1. */
function parents(scene: Scene, found: readonly Found[]): number[] {
  const position = (f: Found) => scene.tokens[f.cueToken ?? f.cue[0]!.first]!.start
  const order = found.map((f, i) => ({ i, at: position(f) })).sort((a, b) => a.at - b.at || a.i - b.i)
  const inside = innermost(
    found.map((f) => ({ spans: f.takesUp ? [] : spansOf(scene, f.content) })),
    order.map(({ at }) => at),
  )
  const parent = new Array<number>(found.length).fill(-1)
  order.forEach(({ i }, k) => {
    parent[i] = inside[k]!
  })
  found.forEach(({ heardBy }, i) => {
    if (heardBy !== undefined) parent[i] = found.findIndex(({ cueToken }) => cueToken === heardBy)
  })
  return parent
}

const ownContent = (found: Found): boolean => !(found.cueToken !== undefined && holds(found.content, found.cueToken))

const CHAINED: ReadonlySet<Frame> = new Set([
  'clause',
  'object-infinitive',
  'hearer-infinitive',
  'on-infinitive',
  'infinitive',
  'object-as',
  'object-complement',
  'object-of',
])

/** Whether the attribution makes a link in a chain of sources: somebody says something of substance. */
const isLink = ({ source, sense, frame }: Found): boolean =>
  source !== null &&
  (frame === undefined || CHAINED.has(frame)) &&
  (sense === 'speech' || (sense === 'evidence' && frame === 'clause'))

/** Inside what somebody says, what others hold in their minds is for the operators; only sayings make a chain of sources. */
function nestedSayings(scene: Scene, found: readonly Found[]): Found[] {
  const parent = parents(scene, found)
  return found.filter((f, i) => parent[i]! < 0 || isLink(f))
}

function publish(scene: Scene, found: readonly Found[]): Attribution[] {
  const chains = chainAt(scene)
  const parent = parents(scene, found)
  return found.map((f, i) => {
    const chain = f.sourceToken === undefined ? undefined : chains.get(f.sourceToken)
    const clause = f.cueToken === undefined ? undefined : scene.clauseAt(f.cueToken)?.id
    return {
      source: f.source && spansOf(scene, f.source),
      ...(f.sourceToken === undefined ? {} : { sourceToken: f.sourceToken }),
      cue: spansOf(scene, f.cue),
      ...(f.cueToken === undefined ? {} : { cueToken: f.cueToken }),
      content: spansOf(scene, f.content),
      ...(chain === undefined ? {} : { chain }),
      mode: f.setOff ? 'direct' : modeOf(scene, f.content),
      ...(parent[i]! < 0 ? {} : { parent: parent[i]! }),
      rule: f.rule,
      ...(clause === undefined ? {} : { clause }),
      ...(f.takesUp ? { takesUp: f.takesUp } : {}),
    }
  })
}

/** Who says, holds or shows what: every attribution of the document, in the order of their cues. */
export function findAttributions(analysis: Claused, vocabulary: Pick<Vocabulary, 'cues'>): Attribution[] {
  const scene = buildScene(analysis, vocabulary.cues)
  const beside = analysis.tokens.flatMap(({ index }) => attributionAt(scene, index) ?? phraseAt(scene, index) ?? [])
  const said = [...attachQuotations(scene, [...beside, ...setOff(scene), ...signed(scene)]), ...labelled(scene)]
  const all = withCited(scene, partAsides(scene, said)).filter((f) => ownContent(f) && words(f.content) > 0)
  // Who is cited stands in the mouth of the one who cites him.
  const order = (f: Found) => (f.heardBy === undefined ? f.cue[0]!.first : f.heardBy + 0.5)
  return publish(
    scene,
    nestedSayings(
      scene,
      all.sort((a, b) => order(a) - order(b)),
    ),
  )
}
