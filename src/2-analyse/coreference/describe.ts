import type { Token } from '../../model/analysis.ts'
import { baseRelation, type Tree } from '../../model/tree.ts'
import type { Reference } from '../../vocabulary/reference.ts'
import type { Named } from '../steps.ts'
import type { Extent } from './find-phrases.ts'
import { Meaning } from './meaning.ts'
import type { Article, Phrase, Place } from './mention.ts'
import { nameForm, nameTokens } from './name-form.ts'
import { clauseHeads, quotationsOf } from './surroundings.ts'

const RELATION_PLACES: Readonly<Record<string, Place>> = {
  nsubj: 'subject',
  csubj: 'subject',
  obj: 'object',
  iobj: 'indirect',
  obl: 'oblique',
  nmod: 'modifier',
  appos: 'apposition',
  compound: 'compound',
  conj: 'conjunct',
  root: 'root',
  vocative: 'vocative',
}
const DETERMINERS: Readonly<Record<string, Article>> = {
  the: 'definite',
  a: 'indefinite',
  an: 'indefinite',
  this: 'demonstrative',
  that: 'demonstrative',
  these: 'demonstrative',
  those: 'demonstrative',
}
const MODIFIERS = new Set(['amod', 'compound', 'nummod', 'nmod', 'acl'])

/** Says of each extent what it is: kind, number, gender, article, place in its clause. */
export class Describer {
  private readonly tokens: readonly Token[]
  private readonly clauses: Int32Array
  private readonly quotations: Int32Array
  private readonly meaning: Meaning

  constructor(
    analysis: Named,
    private readonly tree: Tree,
    private readonly reference: Reference,
  ) {
    this.tokens = analysis.tokens
    this.clauses = clauseHeads(analysis.tokens)
    this.quotations = quotationsOf(analysis)
    this.meaning = new Meaning(analysis.tokens, reference)
  }

  describe(extent: Extent, id: number, depth: number): Phrase {
    const token = this.tokens[extent.token]!
    const named = extent.form === 'name' ? this.named(extent) : null
    const kind = this.meaning.kind(extent, named?.texts ?? [])
    const described = extent.form === 'nominal' && !extent.group
    const governor = this.governor(extent.token)
    return {
      ...this.spans(extent),
      id,
      depth,
      form: extent.form,
      token: extent.token,
      first: extent.first,
      last: extent.last,
      group: extent.group,
      sentence: token.sentence,
      lemma: token.lemma.toLowerCase(),
      entity: extent.entity,
      pronoun: extent.form === 'pronoun' ? (this.meaning.pronoun(extent.token) ?? null) : null,
      name: named?.form ?? null,
      kind: extent.group && kind === 'person' ? 'people' : kind,
      nounType: described ? (this.meaning.nounType(extent.token) ?? null) : null,
      titles: kind === 'person' && extent.form === 'name' ? this.titles(extent) : [],
      titled: (named?.title ?? null) !== null,
      number: this.meaning.number(extent, kind),
      gender: this.meaning.gender(extent, kind, named),
      article: this.article(extent.token),
      place: this.place(token),
      modifiers: this.modifiers(extent),
      governor,
      clause: governor < 0 ? extent.token : this.clauses[governor]!,
      quotation: this.quotations[extent.token]!,
    }
  }

  private spans({ token, first, last, form, group, entity }: Extent) {
    const { tokens } = this
    const range = (a: number, b: number) => ({ start: tokens[a]!.start, end: tokens[b]!.end })
    if (group) return { ...range(first, last), head: range(token, token) }
    const head =
      form === 'name'
        ? nameTokens(tokens, this.tree, { token, first, last, form, group, entity }, this.reference)
        : null
    return { ...range(first, last), head: head ? range(head.first, head.last) : range(token, token) }
  }

  private named(extent: Extent) {
    const { first, last } = nameTokens(this.tokens, this.tree, extent, this.reference)
    const before = first - 1
    // A title before the name belongs to the phrase, not to the name: it tells the gender.
    const titled = before >= extent.first ? [this.tokens[before]!] : []
    const texts = [...titled, ...this.tokens.slice(first, last + 1)].map((token) => token.text)
    const whole = nameForm(texts, this.reference)
    const bare = titled.length ? nameForm(texts.slice(1), this.reference) : whole
    return { texts, form: bare.form, title: whole.title }
  }

  /** Offices before a person's name, by their last word: "minister" of "Arendia's foreign minister Abara". */
  private titles({ first, token }: Extent): string[] {
    const out: string[] = []
    for (let at = Math.max(first, token - 8); at < token; at++) {
      const word = this.tokens[at]!.text.toLowerCase()
      if (this.reference.offices.has(word)) out.push(word)
    }
    return out
  }

  private article(token: number): Article {
    let found: Article = 'bare'
    for (const child of this.tree.children(token)) {
      const { deprel, lemma, text } = this.tokens[child]!
      if (deprel === 'det') return DETERMINERS[text.toLowerCase()] ?? DETERMINERS[lemma] ?? 'quantified'
      if (deprel === 'nmod:poss') found = 'possessive'
      else if (deprel === 'nummod' && found === 'bare') found = 'number'
    }
    return found
  }

  private place(token: Token): Place {
    if (token.deprel === 'nsubj:pass') return 'passive'
    if (token.deprel === 'obl:agent') return 'agent'
    if (token.deprel === 'nmod:poss') return 'possessor'
    if (this.tree.children(token.index).some((child) => this.tokens[child]!.deprel === 'cop')) return 'predicate'
    return RELATION_PLACES[baseRelation(token)] ?? 'other'
  }

  private modifiers({ token, first, last, form }: Extent): string[] {
    if (form !== 'nominal') return []
    const out: string[] = []
    for (const child of this.tree.children(token)) {
      if (child < first || child > last || out.length === 6) continue
      if (MODIFIERS.has(baseRelation(this.tokens[child]!))) out.push(this.tokens[child]!.lemma.toLowerCase())
    }
    return out
  }

  private governor(token: number): number {
    let at = token
    for (let k = 0; k < 20 && this.tokens[at]!.head >= 0 && baseRelation(this.tokens[at]!) === 'conj'; k++)
      at = this.tokens[at]!.head
    return this.tokens[at]!.head
  }
}
