import type { HeldRecord, Ledger } from '../5-ledger/index.ts'
import { type DependencyRelation, fold } from '../model/index.ts'
import type { Answer, Cited, Named, Standing } from './answer.ts'
import { cite, compare, partsOf, standingOf, wordsOf } from './cite.ts'
import {
  actorIds,
  allRecords,
  answer,
  anyOfWords,
  finish,
  type Gathered,
  gather,
  timesOf,
  unanswered,
} from './gather.ts'
import { groupBy, unique } from './group.ts'
import { endOf } from './hanging.ts'
import { knownThen, type NameOf, nameBook } from './names.ts'
import type { Question } from './question.ts'
import { agreementsHeld, meant, type Referent, stateOfAgreement } from './referents.ts'
import { actorsOf, Candidates, isDone, type NodeState, numbersIn, stateOf } from './state.ts'

/** A thing on which something hangs, or that hangs on something. */
export interface Node {
  readonly id: string
  readonly text: string
  /** Who takes part in it, where a record says. */
  readonly actors: readonly Named[]
  readonly state: NodeState
  /** What shows its state: the record that has it done, or standing in the way. */
  readonly shownBy: Cited | null
}

export interface Edge extends Standing {
  readonly relation: DependencyRelation
  /** Ids of nodes: the antecedent, the consequent. */
  readonly from: string
  readonly to: string
  readonly citations: readonly Cited[]
}

/** One connected piece of the web of dependencies. */
export interface Web {
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
  /** Node ids in an order in which each comes after what it requires; those on a circle stand last. */
  readonly order: readonly string[]
  readonly circular: readonly string[]
  readonly citations: readonly Cited[]
}

const PRONOUN = /^(it|this|that|they|he|she|which|so|these|those)$/i

interface Draft {
  readonly id: string
  readonly text: string
  readonly told: HeldRecord[]
  readonly supposed: HeldRecord[]
  since: string
  /** The agreement that the words mean. */
  readonly referent: Referent | null
}

/** What the ends of dependencies may be: records, agreements. */
interface Things {
  readonly linked: ReadonlyMap<string, HeldRecord>
  readonly agreements: readonly Referent[]
}

/** Text of fewer words says too little to be the same thing in another report. */
const TELLING_WORDS = 3

/**
 * By what an end is known again: the agreement that its words mean, the happening that the ledger has its record in, the
 * same words (articles left out).
 */
function keysOf(
  dependency: HeldRecord,
  end: 'antecedent' | 'consequent',
  { linked, agreements }: Things,
): { keys: readonly string[]; text: string; referent: Referent | null } {
  const words = wordsOf(dependency, end) ?? ''
  const referent = meant(words, dependency.citation.document, agreements)
  if (referent) return { keys: [referent.id], text: referent.name, referent }
  const held = linked.get(endOf(dependency, end)?.record ?? '')
  const text = fold(words).replace(/^(the|a|an) /, '')
  const telling = held ? text.split(' ').length >= TELLING_WORDS : !PRONOUN.test(text)
  const keys = [...(held ? [held.cluster ?? held.id] : []), ...(telling ? [text] : [])]
  return { keys: keys.length > 0 ? keys : [`${dependency.id}#${end}`], text: words, referent }
}

/** Ends whose words do not say that the thing came about: conditions, what they hold up or open, aims. */
const SUPPOSED: Readonly<Record<DependencyRelation, readonly ('antecedent' | 'consequent')[]>> = {
  requires: ['antecedent', 'consequent'],
  enables: ['antecedent', 'consequent'],
  obstructs: ['consequent'],
  aims: ['consequent'],
  causes: [],
  answers: [],
}

const isSupposed = ({ record }: HeldRecord, end: 'antecedent' | 'consequent'): boolean =>
  record.kind === 'dependency' && SUPPOSED[record.relation].includes(end)

interface Drafts {
  readonly nodes: Map<string, Draft>
  readonly edges: Map<string, HeldRecord[]>
}

function draft(dependencies: readonly HeldRecord[], things: Things): Drafts {
  const nodes = new Map<string, Draft>()
  const edges = new Map<string, HeldRecord[]>()
  const known = new Map<string, string>()
  const nodeOf = (dependency: HeldRecord, end: 'antecedent' | 'consequent'): string => {
    const { keys, text, referent } = keysOf(dependency, end, things)
    const id = keys.map((key) => known.get(key)).find((found) => found !== undefined) ?? keys[0]!
    for (const key of keys) known.set(key, id)
    const record = things.linked.get(endOf(dependency, end)?.record ?? '')
    const since = dependency.publishedOn ?? ''
    const node = nodes.get(id) ?? { id, text, referent, told: [], supposed: [], since }
    const as = isSupposed(dependency, end) ? node.supposed : node.told
    if (record && !as.includes(record)) as.push(record)
    if (since < node.since) node.since = since
    nodes.set(id, node)
    return id
  }
  for (const dependency of dependencies) {
    const [from, to] = [nodeOf(dependency, 'antecedent'), nodeOf(dependency, 'consequent')]
    const key = [from, dependency.subtype, to, dependency.record.polarity].join('\u0000')
    edges.set(key, [...(edges.get(key) ?? []), dependency])
  }
  return { nodes, edges }
}

const edge = (key: string, records: readonly HeldRecord[]): Edge => {
  const [from, , to] = key.split('\u0000')
  const first = records[0]!
  if (first.record.kind !== 'dependency') throw new TypeError(`record ${first.id} is no dependency`)
  return {
    relation: first.record.relation,
    from: from!,
    to: to!,
    ...standingOf(first),
    citations: records.map((r) => cite(r)),
  }
}

/** Pieces that hang together. */
function pieces(nodes: readonly Node[], edges: readonly Edge[]): { nodes: Node[]; edges: Edge[] }[] {
  const parent = new Map(nodes.map((n) => [n.id, n.id]))
  const root = (id: string): string => {
    let at = id
    while (parent.get(at) !== at) at = parent.get(at)!
    parent.set(id, at)
    return at
  }
  for (const { from, to } of edges) parent.set(root(from), root(to))
  return [...groupBy(nodes, (n) => root(n.id))].map(([id, own]) => ({
    nodes: own,
    edges: edges.filter((e) => root(e.from) === id),
  }))
}

const FIRST: ReadonlySet<DependencyRelation> = new Set([
  'requires',
  'enables',
  'causes',
  'aims',
  'answers',
  'obstructs',
])

/** Kahn's order over what comes first; what never comes free stands on a circle. */
export function orderOf(
  nodes: readonly { id: string }[],
  edges: readonly Edge[],
): { order: string[]; circular: string[] } {
  const before = new Map(nodes.map((n) => [n.id, new Set<string>()]))
  for (const e of edges) if (FIRST.has(e.relation) && e.from !== e.to) before.get(e.to)?.add(e.from)
  const order: string[] = []
  let free = nodes.filter((n) => before.get(n.id)!.size === 0).map((n) => n.id)
  while (free.length > 0) {
    order.push(...free)
    for (const id of free) before.delete(id)
    for (const waits of before.values()) for (const id of free) waits.delete(id)
    free = [...before].filter(([, waits]) => waits.size === 0).map(([id]) => id)
  }
  return { order: [...order, ...before.keys()], circular: [...before.keys()] }
}

/** Texts that are looked for in one question. */
const TOGETHER = 200

/** Later events in which what is supposed may be done: by those who take part in it, or with the number it names. */
async function fulfilments({ ledger, question }: Gathered, drafts: Drafts): Promise<HeldRecord[]> {
  const waiting = [...drafts.nodes.values()].filter((one) => one.supposed.some((r) => r.kind === 'event'))
  const supposed = waiting.flatMap((one) => one.supposed).filter((r) => r.kind === 'event')
  const actors = unique(supposed.flatMap(actorsOf))
  const [since = ''] = waiting.map((one) => one.since).sort(compare)
  const done = {
    ...timesOf(question),
    kinds: ['event' as const],
    polarity: 'affirmed' as const,
    realis: ['actual' as const],
    certainty: ['certain' as const, 'probable' as const],
    ...(since === '' ? {} : { publishedSince: since }),
  }
  const found = actors.length === 0 ? [] : await allRecords(ledger, { ...done, actors, parts: ['actor', 'recipient'] })
  for (const [subtype, same] of groupBy(supposed, (r) => r.subtype)) {
    const texts = unique(same.flatMap(countedIn))
    for (let from = 0; from < texts.length; from += TOGETHER) {
      const text = anyOfWords(texts.slice(from, from + TOGETHER))
      found.push(...(await allRecords(ledger, { ...done, subtypes: [subtype], text })))
    }
  }
  return found
}

/** The number that a record names with the last word of to whom: "120 fighters". */
function countedIn(record: HeldRecord): string[] {
  const [number] = record.evidence.flatMap((q) => numbersIn(q.words))
  const head = partsOf(record, 'recipient')[0]?.name.split(' ').at(-1)
  return number && head ? [`${number} ${head}`] : []
}

/** What stands in a node's way: an obstacle that is told as standing, not one that may or would. */
const obstacle = (id: string, { nodes, edges }: Drafts): HeldRecord | null => {
  for (const [key, records] of edges) {
    const [from, relation, to] = key.split('\u0000')
    if (relation !== 'obstructs' || to !== id) continue
    const itself = nodes.get(from!)?.told ?? []
    if (itself.length > 0 && !itself.some(isDone)) continue
    const stands = records.find(isDone)
    if (stands) return stands
  }
  return null
}

function node(one: Draft, drafts: Drafts, candidates: Candidates, nameOf: NameOf): Node {
  const { id, text, referent } = one
  const told = referent ? stateOfAgreement(referent.records) : stateOf(one, candidates, obstacle(id, drafts))
  const own = referent ? referent.records : [...one.told, ...one.supposed]
  const actors = unique(own.flatMap((r) => r.parts.filter((p) => p.part !== 'source').map((p) => p.actor)))
  return { id, text, actors: actors.map(nameOf), state: told.state, shownBy: told.shownBy && cite(told.shownBy) }
}

async function webs(gathered: Gathered): Promise<Web[]> {
  const { ledger, question, records } = gathered
  const dependencies = records.filter((r) => r.kind === 'dependency')
  const ends = unique(
    dependencies
      .flatMap((d) => [endOf(d, 'antecedent')?.record, endOf(d, 'consequent')?.record])
      .filter((id) => id !== undefined),
  )
  const held = ends.length === 0 ? [] : await allRecords(ledger, { ...timesOf(question), ids: ends })
  const linked = new Map(held.map((r) => [r.id, r]))
  const agreements = dependencies.length === 0 ? [] : await agreementsHeld(ledger, question)
  const nameOf = await nameBook(ledger, [...held, ...agreements.flatMap((a) => a.records)], question)
  const drafts = draft(dependencies, { linked, agreements })
  const candidates = new Candidates(await fulfilments(gathered, drafts))
  const nodes = [...drafts.nodes.values()].map((one) => node(one, drafts, candidates, nameOf))
  const edges = [...drafts.edges].map(([key, own]) => edge(key, own))
  const found = pieces(nodes, edges).map((piece) => ({
    ...piece,
    ...orderOf(piece.nodes, piece.edges),
    citations: piece.edges.flatMap((e) => e.citations),
  }))
  return found.sort((a, b) => b.edges.length - a.edges.length || compare(a.nodes[0]!.text, b.nodes[0]!.text))
}

/** Dependencies that touch an actor: it takes part in one of the ends' records, or its name stands in an end's words. */
function touches(web: Web, ids: readonly string[], names: readonly string[]): boolean {
  return web.nodes.some(
    (node) =>
      node.actors.some((a) => ids.includes(a.id)) || names.some((name) => ` ${fold(node.text)} `.includes(` ${name} `)),
  )
}

/** What must happen before what, what blocks it, what it opens: each connected piece with the state of its nodes. */
export async function dependencies(ledger: Ledger, question: Question = {}): Promise<Answer<Web>> {
  const asked = 'dependencies'
  const { about, ...apart } = question
  if (!about) return answer(ledger, asked, question, { kinds: ['dependency'] }, webs)
  const ids = await actorIds(ledger, about, question)
  if ('code' in ids) return unanswered(asked, question, ids)
  const gathered = await gather(ledger, apart, { kinds: ['dependency'] })
  if ('code' in gathered) return unanswered(asked, question, gathered)
  const known = knownThen(question)
  const names = (await ledger.actors({ ids, ...known })).flatMap((a) => a.names.map((n) => fold(n.name)))
  return finish(
    ledger,
    asked,
    question,
    (await webs(gathered)).filter((web) => touches(web, ids, names)),
  )
}
