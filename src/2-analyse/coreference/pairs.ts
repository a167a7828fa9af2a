import { baseRelation } from '../../model/tree.ts'
import type { Clusters, Summary } from './clusters.ts'
import type { CoreferenceContext } from './context.ts'
import { ARTICLES, KINDS, type Phrase, PLACES } from './mention.ts'
import { MATCHES, matchNames } from './names.ts'

/** What the ranker sees of a phrase and an earlier one, in this order; all are small whole numbers. */
export const FEATURES = [
  'form',
  'otherForm',
  'kind',
  'otherKind',
  'sameKind',
  'numbers',
  'genders',
  'groups',
  'sentences',
  'phrases',
  'tokens',
  'paragraphs',
  'rank',
  'talk',
  'place',
  'otherPlace',
  'samePlace',
  'article',
  'otherArticle',
  'sameLemma',
  'likeness',
  'wordLikeness',
  'nested',
  'sameGovernor',
  'sameClause',
  'subjectOfClause',
  'beside',
  'match',
  'sharedModifiers',
  'newModifiers',
  'sameText',
  'size',
  'recent',
  'named',
  'clusterLast',
  'pronounSame',
  'quoted',
  'speaker',
  'seen',
  'depth',
  'otherDepth',
  'length',
  'otherLength',
  'firstInSentence',
  'otherFirst',
  'clausal',
  'position',
  'linked',
  'nameMatch',
  'sameEntityType',
  'otherCase',
] as const

const cap = (value: number, most: number): number => (value > most ? most : value)
const PRONOUN_BASE = 10
/** Longer phrases are not compared word by word. */
const LONGEST = 12

/** A phrase's form for the ranker: pronouns one by one, then names, descriptions and groups. */
function formOf({ pronoun, form, group }: Phrase): number {
  if (pronoun) return PRONOUN_BASE + pronoun.index
  if (group) return 3
  return form === 'name' ? 2 : 1
}

/** Modifiers that both have. */
function sharedModifiers(phrase: Phrase, other: Phrase): number {
  let count = 0
  for (const word of phrase.modifiers) if (other.modifiers.includes(word)) count++
  return count
}

/** What does not hang on the pair, as numbers: worked out once for each phrase. */
interface Codes {
  readonly form: number
  readonly kind: number
  readonly place: number
  readonly article: number
  readonly length: number
  readonly upos: number
  readonly first: number
  /** Has the word it hangs on a clause below it? 2 where that word is an adjective. */
  readonly clausal: number
}

const CLAUSAL = new Set(['ccomp', 'csubj', 'xcomp', 'advcl'])

/** The words that have a clause hanging on them. */
function clauseBearers({ tokens }: CoreferenceContext): ReadonlySet<number> {
  return new Set(tokens.filter((token) => CLAUSAL.has(baseRelation(token))).map((token) => token.head))
}

function codesOf(phrase: Phrase, { tokens, firstOf }: CoreferenceContext, bearers: ReadonlySet<number>): Codes {
  const { token, governor, id, sentence } = phrase
  const { upos } = tokens[token]!
  const clausal = governor >= 0 && bearers.has(governor)
  return {
    form: formOf(phrase),
    kind: KINDS.indexOf(phrase.kind),
    place: PLACES.indexOf(phrase.place),
    article: ARTICLES.indexOf(phrase.article),
    length: cap(phrase.last - phrase.first, 12),
    upos: upos === 'PROPN' ? 2 : upos === 'NOUN' ? 1 : 0,
    first: Number(firstOf[sentence] === id),
    clausal: clausal ? (tokens[governor]!.upos === 'ADJ' ? 2 : 1) : 0,
  }
}

export class PairFeatures {
  readonly values = new Int32Array(FEATURES.length)
  private at = 0

  private readonly codes: readonly Codes[]

  constructor(
    private readonly context: CoreferenceContext,
    private readonly clusters: Clusters,
  ) {
    const bearers = clauseBearers(context)
    this.codes = context.phrases.map((phrase) => codesOf(phrase, context, bearers))
  }

  /** Fills `values` for `phrase` and the earlier phrase `other`; `rank` says how many clusters nearer ones belong to. */
  fill(phrase: Phrase, other: Phrase, rank: number): Int32Array {
    this.at = 0
    const summary = this.clusters.of(other.id)
    const own = this.clusters.of(phrase.id)
    const codes = this.codes[phrase.id]!
    const otherCodes = this.codes[other.id]!
    this.kinds(phrase, other, summary, own)
    this.distances(phrase, other, rank)
    this.syntax(phrase, other, codes, otherCodes)
    this.words(phrase, other, summary)
    this.speech(phrase, other)
    this.shape(phrase, other, codes, otherCodes)
    this.names(phrase, other, own, summary)
    this.put(otherCodes.upos)
    return this.values
  }

  private put(value: number): void {
    this.values[this.at++] = value
  }

  private say(value: boolean): void {
    this.values[this.at++] = value ? 1 : 0
  }

  private kinds(phrase: Phrase, other: Phrase, summary: Summary, own: Summary): void {
    const [codes, otherCodes] = [this.codes[phrase.id]!, this.codes[other.id]!]
    this.put(codes.form)
    this.put(otherCodes.form)
    this.put(codes.kind)
    this.put(otherCodes.kind)
    this.put(phrase.kind === 'unknown' || other.kind === 'unknown' ? 1 : phrase.kind === other.kind ? 2 : 0)
    this.put(agreement(own.number, summary.number))
    this.put(agreement(own.gender, summary.gender))
    this.put(Number(phrase.group) + 2 * Number(other.group))
  }

  private distances(phrase: Phrase, other: Phrase, rank: number): void {
    const { paragraphs, talk } = this.context
    this.put(cap(phrase.sentence - other.sentence, 40))
    this.put(cap(phrase.id - other.id, 120))
    this.put(cap(phrase.first - other.last, 60))
    this.put(cap(paragraphs[phrase.sentence]! - paragraphs[other.sentence]!, 30))
    this.put(cap(rank, 20))
    this.put(talk)
  }

  private syntax(phrase: Phrase, other: Phrase, codes: Codes, otherCodes: Codes): void {
    this.put(codes.place)
    this.put(otherCodes.place)
    this.say(codes.place === otherCodes.place)
    this.put(codes.article)
    this.put(otherCodes.article)
    this.say(phrase.lemma === other.lemma)
    this.put(this.context.likeness(phrase, other))
    this.put(phrase.pronoun || other.pronoun ? 0 : this.context.wordLikeness(phrase, other))
    this.say(other.last >= phrase.last)
    this.say(phrase.governor >= 0 && phrase.governor === other.governor)
    this.say(phrase.clause === other.clause)
    this.say(other.governor === phrase.clause && (other.place === 'subject' || other.place === 'passive'))
    this.put(this.beside(phrase, other))
  }

  /** How grammar puts two phrases beside each other: apposition, title, predicate. */
  private beside(phrase: Phrase, other: Phrase): number {
    const { tokens } = this.context
    if (tokens[phrase.token]!.head === other.token) {
      const relation = baseRelation(tokens[phrase.token]!)
      return relation === 'appos' ? 1 : relation === 'nmod' ? 2 : relation === 'conj' ? 3 : 4
    }
    if (tokens[other.token]!.head !== phrase.token) return 0
    const relation = baseRelation(tokens[other.token]!)
    return relation === 'nsubj'
      ? 5
      : relation === 'nmod'
        ? 6
        : relation === 'appos'
          ? 7
          : relation === 'compound'
            ? 8
            : 9
  }

  private words(phrase: Phrase, other: Phrase, summary: Summary): void {
    const shared = sharedModifiers(phrase, other)
    this.put(MATCHES.indexOf(matchNames(phrase, other)))
    this.put(cap(shared, 3))
    this.put(cap(phrase.modifiers.length - shared, 3))
    this.say(this.sameText(phrase, other))
    this.put(cap(summary.members.length, 20))
    this.put(cap(this.recent(summary, phrase), 6))
    this.say(summary.name !== null)
    this.say(summary.trail.at(-1) === other.id)
    this.put(phrase.pronoun && other.pronoun ? (phrase.pronoun.id === other.pronoun.id ? 2 : 1) : 0)
  }

  private sameText(phrase: Phrase, other: Phrase): boolean {
    const { tokens } = this.context
    const offset = other.first - phrase.first
    if (phrase.form !== other.form || phrase.last + offset !== other.last) return false
    if (phrase.last - phrase.first > LONGEST) return false
    for (let k = phrase.first; k <= phrase.last; k++)
      if (tokens[k]!.lemma.toLowerCase() !== tokens[k + offset]!.lemma.toLowerCase()) return false
    return true
  }

  /** Mentions of the cluster in this sentence and the two before it. */
  private recent({ trail }: Summary, { sentence }: Phrase): number {
    let count = 0
    for (const id of trail) if (sentence - this.context.phrases[id]!.sentence <= 2) count++
    return count
  }

  private speech(phrase: Phrase, other: Phrase): void {
    const [a, b] = [phrase.quotation, other.quotation]
    this.put(a < 0 ? (b < 0 ? 0 : 3) : b < 0 ? 2 : a === b ? 1 : 4)
    this.put(this.speaker(phrase, other))
  }

  /** Does the one speak the words that hold the other? 1 the same speaker, 2 another, 0 not known. */
  private speaker(phrase: Phrase, other: Phrase): number {
    if (phrase.quotation < 0) return 0
    const speaker = this.context.phraseAt[this.context.speakers[phrase.quotation]!] ?? -1
    if (speaker < 0) return 0
    return this.clusters.same(speaker, other.id) ? 1 : 2
  }

  private shape(phrase: Phrase, other: Phrase, codes: Codes, otherCodes: Codes): void {
    this.put(cap(this.context.seen[phrase.id]!, 10))
    this.put(phrase.depth)
    this.put(other.depth)
    this.put(codes.length)
    this.put(otherCodes.length)
    this.put(codes.first)
    this.put(otherCodes.first)
    this.put(codes.clausal)
    this.put(cap(phrase.sentence, 30))
  }

  private names(phrase: Phrase, other: Phrase, own: Summary, summary: Summary): void {
    this.put(cap(own.members.length - 1, 5))
    this.put(own.name && summary.name ? MATCHES.indexOf(matchNames(own.name, summary.name)) : 0)
    this.put(phrase.entity && other.entity ? (phrase.entity.type === other.entity.type ? 2 : 1) : 0)
  }
}

/** 0 they cannot be one, 1 they may, 2 they are alike. */
function agreement(a: number, b: number): number {
  if ((a & b) === 0) return 0
  return a === b ? 2 : 1
}
