import type { Entity, MentionForm, Token } from '../../model/analysis.ts'
import { indexOf } from '../../model/document-index.ts'
import { baseRelation, type Tree } from '../../model/tree.ts'
import type { Reference } from '../../vocabulary/reference.ts'
import type { Named } from '../steps.ts'

/** A phrase's extent in tokens (inclusive) and what heads it. */
export interface Extent {
  readonly token: number
  readonly first: number
  readonly last: number
  readonly form: MentionForm
  readonly group: boolean
  readonly entity: Entity | null
}

const NO_HEAD = new Set([
  'flat',
  'fixed',
  'goeswith',
  'case',
  'mark',
  'cc',
  'det',
  'punct',
  'aux',
  'cop',
  'reparandum',
  'expl',
  'discourse',
  'amod',
  'nummod',
  'advmod',
])
const ARGUMENT = new Set(['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'conj', 'appos', 'root'])
const OUTSIDE = new Set([
  'case',
  'cc',
  'conj',
  'punct',
  'parataxis',
  'discourse',
  'mark',
  'appos',
  'vocative',
  'dislocated',
  'list',
  'orphan',
  'reparandum',
  'dep',
])
/** Of a noun that is a predicate: what belongs to its clause. */
const OF_CLAUSE = new Set(['nsubj', 'csubj', 'cop', 'aux', 'advmod', 'advcl', 'obl', 'expl', 'ccomp'])

const isNominal = (token: Token): boolean => token.upos === 'NOUN' || token.upos === 'PROPN'

/** Head of a name: the token of it that hangs on a token outside. */
export function entityHead(tokens: readonly Token[], entity: Entity): number {
  for (let i = entity.first; i <= entity.last; i++) {
    const head = tokens[i]!.head
    if ((head < entity.first || head > entity.last) && tokens[i]!.upos !== 'PUNCT' && tokens[i]!.upos !== 'ADP')
      return i
  }
  return entity.last
}

/** Names of nations are no phrases of their own where they only modify: "Arendian officials". */
const isAdjective = (entity: Entity, token: Token): boolean =>
  token.upos === 'ADJ' || (entity.type === 'nationality' && baseRelation(token) === 'amod')

/** Finds the phrases that may refer to somebody or something, in text order. */
export class PhraseFinder {
  private readonly entityAt: (token: number) => Entity | undefined
  private readonly heads: ReadonlyMap<Entity, number>

  constructor(
    private readonly analysis: Named,
    private readonly tree: Tree,
    private readonly reference: Reference,
  ) {
    const { tokens, entities } = analysis
    this.heads = new Map(entities.map((entity) => [entity, entityHead(tokens, entity)]))
    const { entityAt } = indexOf(analysis)
    this.entityAt = (token) => {
      const entity = entityAt(token)
      return entity?.type === 'title' ? undefined : entity
    }
  }

  find(): Extent[] {
    const found: Extent[] = []
    for (const token of this.analysis.tokens) {
      const extent = this.extentAt(token)
      if (!extent) continue
      found.push(extent)
      const group = this.groupAt(extent)
      if (group) found.push(group)
    }
    return found.sort((a, b) => a.first - b.first || b.last - a.last || a.token - b.token)
  }

  private extentAt(token: Token): Extent | null {
    const entity = this.entityAt(token.index)
    if (entity) {
      if (this.heads.get(entity) !== token.index)
        return this.isNameInside(token, entity) ? this.phrase(token, 'name', null) : null
      return isAdjective(entity, token) ? null : this.phrase(token, 'name', entity)
    }
    if (this.isPronoun(token)) return this.alone(token)
    const relation = baseRelation(token)
    if (NO_HEAD.has(relation) || token.deprel === 'nmod:desc' || this.isTitle(token)) return null
    if (relation === 'compound') return token.upos === 'PROPN' ? this.phrase(token, 'name', null) : null
    if (isNominal(token) || token.xpos === 'NN')
      return this.phrase(token, token.upos === 'PROPN' ? 'name' : 'nominal', null)
    return this.isNounLike(token, relation) ? this.phrase(token, 'nominal', null) : null
  }

  /** "the University of Arendia": Arendia is named too. */
  private isNameInside(token: Token, { type }: Entity): boolean {
    return type === 'organization' && token.upos === 'PROPN' && token.deprel === 'nmod'
  }

  /** "Chancellor" right before a person's name, whatever the parse makes of it. */
  private isTitle({ index, text, upos, sentence }: Token): boolean {
    const next = this.entityAt(index + 1)
    if (next?.type !== 'person' || next.first !== index + 1 || upos !== 'PROPN') return false
    return this.analysis.tokens[index + 1]!.sentence === sentence && this.reference.offices.has(text.toLowerCase())
  }

  private isPronoun(token: Token): boolean {
    if (token.deprel.startsWith('expl') || !this.reference.pronouns.has(token.text.toLowerCase())) return false
    if (token.xpos === 'PRP' || token.xpos === 'PRP$') return true
    return token.xpos === 'DT' && token.upos === 'PRON' && baseRelation(token) !== 'det'
  }

  /** "the poor", "these two". */
  private isNounLike(token: Token, relation: string): boolean {
    if ((token.upos !== 'ADJ' && token.upos !== 'NUM') || !ARGUMENT.has(relation)) return false
    return this.tree.children(token.index).some((child) => baseRelation(this.analysis.tokens[child]!) === 'det')
  }

  private alone({ index }: Token): Extent {
    return { token: index, first: index, last: index, form: 'pronoun', group: false, entity: null }
  }

  private phrase(token: Token, form: MentionForm, entity: Entity | null): Extent {
    const { first, last } = this.bounds(token)
    const whole = entity ? { first: Math.min(first, entity.first), last: Math.max(last, entity.last) } : { first, last }
    return { token: token.index, ...whole, form, group: false, entity }
  }

  /** First and last token of the phrase: its subtree without conjuncts, appositions, preposition and closing signs. */
  private bounds(token: Token): { first: number; last: number } {
    const { tokens } = this.analysis
    const children = this.tree.children(token.index)
    const predicate = children.some((child) => {
      const relation = baseRelation(tokens[child]!)
      return relation === 'cop' || relation === 'nsubj'
    })
    let { first, last } = this.tree.extent(token.index, (child) => {
      const relation = baseRelation(child)
      if (child.deprel === 'cc:preconj' || child.deprel === 'det:predet') return false
      return OUTSIDE.has(relation) || (predicate && OF_CLAUSE.has(relation))
    })
    while (first < token.index && tokens[first]!.upos === 'PUNCT') first++
    while (last > token.index && (tokens[last]!.upos === 'PUNCT' || tokens[last]!.xpos === 'POS')) last--
    return { first, last }
  }

  /** "Arendia and Borland" taken as one, for "they". */
  private groupAt(extent: Extent): Extent | null {
    const { tokens } = this.analysis
    const inside = (child: number) =>
      extent.entity !== null && child >= extent.entity.first && child <= extent.entity.last
    let last = extent.last
    for (const child of this.tree.children(extent.token)) {
      const token = tokens[child]!
      if (baseRelation(token) !== 'conj' || inside(child)) continue
      if (isNominal(token) || token.upos === 'PRON') last = Math.max(last, this.bounds(token).last)
    }
    if (last === extent.last || baseRelation(tokens[extent.token]!) === 'root') return null
    return { ...extent, last, form: 'nominal', group: true, entity: null }
  }
}
