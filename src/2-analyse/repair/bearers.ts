import type { Entity } from '../../model/analysis.ts'
import { coverage } from '../../model/document-index.ts'
import { baseRelation } from '../../model/tree.ts'
import type { Draft, Repair, RepairContext } from './repair.ts'

/** By these a name hangs on the description before it. */
const NAMING = new Set(['flat', 'appos', 'nmod', 'compound', 'dep', 'list', 'obl'])
/** These stay with the description when the phrase gets another head. */
const DESCRIBING = new Set(['amod', 'nmod', 'compound', 'nummod', 'flat', 'acl', 'det', 'advmod', 'goeswith'])
/** No verb of a real sentence has more under it; a broken tree does not hang us. */
const MOST_CHILDREN = 200
/** "Secretary of the Treasury Anna Holt": the words between a title and its bearer depend on the title. */
const MOST_BETWEEN = 12
const BETWEEN = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'ADP', 'CCONJ', 'PART'])

const OF = new Set(['of', 'for', 'to', 'in'])

/** The token of a name that hangs on a token outside. */
function headOf(tokens: readonly Draft[], { first, last }: Pick<Entity, 'first' | 'last'>): number {
  for (let at = first; at <= last; at++) {
    const { head, upos } = tokens[at]!
    if ((head < first || head > last) && upos !== 'PUNCT') return at
  }
  return last
}

/** Changes the tokens where a description heads the name of its bearer. */
class Bearers {
  private readonly tokens: readonly Draft[]
  private readonly children: (number[] | undefined)[] = []
  private readonly entityOf: Int32Array

  constructor(private readonly context: RepairContext) {
    this.tokens = context.tokens
    for (const { index, head } of this.tokens) this.list(head, index)
    this.entityOf = coverage(this.tokens.length, context.entities)
  }

  /** "COLOMBO: The army chief announced": where a report comes from is no subject beside the other. */
  dateline({ first, last }: Pick<Entity, 'first' | 'last'>): void {
    const head = headOf(this.tokens, { first, last })
    const { deprel, sentence, head: verb } = this.tokens[head]!
    if (this.tokens[last + 1]?.text !== ':' || verb <= last || !deprel.startsWith('nsubj')) return
    if (this.context.sentences[sentence]!.first !== first || !this.hasSubjectBut(verb, head)) return
    this.tokens[head]!.deprel = 'dislocated'
  }

  bearer(entity: Entity): void {
    const { tokens } = this
    const name = headOf(tokens, entity)
    const title = this.beside(name, entity) ?? this.above(name, entity)
    if (title === undefined || !this.describes(title) || !this.adjoins(title, entity)) return
    const inner = this.innerNoun(name, entity)
    if (inner === null || (title < entity.first - 1 && !this.isOffice(title))) return
    if (inner >= 0) this.handOver(name, inner, title, entity)
    this.swap(title, name)
  }

  /** The description that the parse takes for the head. */
  private above(name: number, { first }: Entity): number | undefined {
    const { head } = this.tokens[name]!
    return head >= 0 && head < first && NAMING.has(baseRelation(this.tokens[name]!)) ? head : undefined
  }

  /** The description that has the same place in the clause: "its negotiator Omar Hadi refused" with two subjects. */
  private beside(name: number, { first }: Entity): number | undefined {
    const { head, deprel, sentence } = this.tokens[name]!
    for (let at = first - 1; head >= 0 && at >= 0 && at >= first - 1 - MOST_BETWEEN; at--) {
      const token = this.tokens[at]!
      if (token.sentence !== sentence) return undefined
      if (token.head !== head || token.deprel !== deprel) continue
      return at === first - 1 || OF.has(this.tokens[at + 1]!.lemma.toLowerCase()) ? at : undefined
    }
    return undefined
  }

  /** A noun that no name claims, or an office: "leader", "Secretary". */
  private describes(token: number): boolean {
    const { upos } = this.tokens[token]!
    if (upos !== 'NOUN' && upos !== 'PROPN') return false
    return this.entityOf[token]! < 0 || this.isOffice(token)
  }

  /** Only an office goes on before its bearer: "Secretary of the Treasury Holt", but "a meeting with President Holt". */
  private isOffice(token: number): boolean {
    const known = this.context.entities[this.entityOf[token]!]
    return (
      known?.type === 'title' || this.context.vocabulary.reference.offices.has(this.tokens[token]!.lemma.toLowerCase())
    )
  }

  /** Nothing but "of the Treasury" is between title and name. */
  private adjoins(title: number, { first }: Entity): boolean {
    if (first - title - 1 > MOST_BETWEEN) return false
    if (first - title > 1 && this.tokens[title + 1]!.upos !== 'ADP') return false
    for (let at = title + 1; at < first; at++) if (!BETWEEN.has(this.tokens[at]!.upos)) return false
    return true
  }

  /** The last noun before the name that was taken for a part of it; -1 where none was, null where the phrase is another. */
  private innerNoun(name: number, { first }: Entity): number | null {
    const before = this.under(name).filter((child) => child < first)
    if (before.length === 0) return -1
    const noun = before.filter((child) => this.tokens[child]!.upos === 'PROPN' || this.tokens[child]!.upos === 'NOUN')
    return noun.at(-1) ?? null
  }

  /** "of the Treasury" hangs on the title, not on the name. */
  private handOver(name: number, noun: number, title: number, { first }: Entity): void {
    for (const child of this.under(name))
      if (child < first) this.hang(child, child === noun ? title : noun, child === noun ? 'nmod' : null)
  }

  /** What hangs on a token now; lists keep what has moved away. */
  private under(token: number): number[] {
    return (this.children[token] ?? []).filter((child) => this.tokens[child]!.head === token)
  }

  private list(head: number, child: number): void {
    if (head < 0) return
    const known = this.children[head]
    if (known) known.push(child)
    else this.children[head] = [child]
  }

  private hang(token: number, head: number, deprel: string | null): void {
    const at = this.tokens[token]!
    at.head = head
    if (deprel !== null) at.deprel = deprel
    this.list(head, token)
  }

  private hasSubjectBut(verb: number, token: number): boolean {
    if ((this.children[verb]?.length ?? 0) > MOST_CHILDREN) return true
    return this.under(verb).some((child) => child !== token && baseRelation(this.tokens[child]!) === 'nsubj')
  }

  /** The name takes the place of its description, and all that does not describe. */
  private swap(title: number, name: number): void {
    const { head, deprel } = this.tokens[title]!
    const inTitle = this.entityOf[title]!
    for (const child of this.under(title)) {
      const token = this.tokens[child]!
      // "Under Secretary": a word of the title, no preposition
      if (baseRelation(token) === 'case' && inTitle >= 0 && this.entityOf[child] === inTitle) {
        token.deprel = 'compound'
        if (deprel === 'obl' && !this.hasSubjectBut(head, title)) this.tokens[title]!.deprel = 'nsubj'
      } else if (child !== name && (child > name || !DESCRIBING.has(baseRelation(token)))) this.hang(child, name, null)
    }
    this.hang(name, head, this.tokens[title]!.deprel)
    this.hang(title, name, 'nmod:desc')
  }
}

function hangOnBearers(context: RepairContext): void {
  const bearers = new Bearers(context)
  for (const entity of context.entities) {
    if (entity.type === 'person') bearers.bearer(entity)
    else if (entity.type === 'place') bearers.dateline(entity)
  }
}

export const bearers: Repair = {
  id: 'bearers',
  example: 'Opposition leader Omar Hadi refused.',
  reason:
    'A description hangs on the name of its bearer, not the name on the description. A dateline is no second subject.',
  repair: hangOnBearers,
}
