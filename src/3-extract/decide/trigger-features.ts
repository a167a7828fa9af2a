import type { Clause } from '../../model/clause.ts'
import { indexOf } from '../../model/document-index.ts'
import type { Span } from '../../model/span.ts'
import { baseRelation } from '../../model/tree.ts'
import type { FrameShape } from '../../vocabulary/frames.ts'
import type { Context } from '../context.ts'
import type { Draft } from '../draft.ts'

/** Words that may name a record. */
const NAMING: ReadonlySet<string> = new Set([
  'NOUN',
  'VERB',
  'PROPN',
  'ADJ',
  'NUM',
  'ADP',
  'SCONJ',
  'ADV',
  'AUX',
  'SYM',
  'PART',
])

const SHAPES_OF: Readonly<Record<string, readonly FrameShape[]>> = {
  VERB: ['verb', 'noun'],
  AUX: ['verb'],
  NOUN: ['noun'],
  PROPN: ['noun'],
  ADJ: ['adjective', 'verb'],
}

/** What is known of a document's words before anything is decided: a list of features a word, empty for words that name nothing. */
export function triggerFeatures(context: Context, drafts: readonly Draft[]): readonly (readonly string[])[] {
  const { analysis } = context
  const features: string[][] = analysis.tokens.map(({ upos, xpos, deprel }) =>
    NAMING.has(upos) ? [`upos:${upos}`, `xpos:${xpos}`, `deprel:${baseRelation({ deprel } as never)}`] : [],
  )
  const add = (token: number, feature: string): void => {
    if (features[token] !== undefined && features[token].length > 0) features[token].push(feature)
  }
  addLexicon(context, add)
  addClauses(context, add)
  addNeighbours(context, add)
  addDrafts(context, drafts, add)
  return features
}

type Add = (token: number, feature: string) => void

function addLexicon({ analysis, vocabulary }: Context, add: Add): void {
  const agreements = vocabulary.nounClasses.get('agreement')
  for (const { index, upos, lemma } of analysis.tokens) {
    const word = lemma.toLowerCase()
    for (const shape of SHAPES_OF[upos] ?? []) {
      const rows = vocabulary.events.frames.byPredicate.get(`${shape}:${word}`) ?? []
      for (const type of new Set(rows.map((row) => row.type))) add(index, `row:${type}`)
      const relations = vocabulary.relations.frames.byPredicate.get(`${shape}:${word}`) ?? []
      for (const predicate of new Set(relations.map((row) => row.predicate))) add(index, `row:${predicate}`)
    }
    if (vocabulary.cues.verbs.has(word)) add(index, 'row:cue')
    if (agreements?.has(word)) add(index, 'row:agreement')
  }
  for (const { type, first, last } of analysis.entities)
    for (let token = first; token <= last; token++) add(token, `name:${type}`)
  for (const { token, unit } of analysis.quantities) add(token, unit === undefined ? 'number' : `number:${unit}`)
  for (const { cueToken } of analysis.attributions) if (cueToken !== undefined) add(cueToken, 'cue')
}

const kindOf = (context: Context, clause: Clause, role: string): string => {
  const found = clause.arguments.filter((argument) => argument.role === role)
  if (found.length === 0) return 'none'
  const id = found.map(({ head }) => context.actorAt(head)).find((actor) => actor !== null)
  return id === undefined ? 'thing' : context.actor(id as string).type
}

function addClauses(context: Context, add: Add): void {
  for (const clause of context.analysis.clauses) {
    const { head } = clause
    const { realis, certainty, polarity, attribution } = context.analysis.predicates[clause.id]!
    add(head, `clause:${clause.kind}`)
    add(head, `link:${clause.link}`)
    add(head, `tense:${clause.tense}`)
    add(head, `realis:${realis}`)
    if (certainty !== 'certain') add(head, `certainty:${certainty}`)
    if (polarity === 'denied') add(head, 'denied')
    if (attribution !== undefined) add(head, 'reported')
    if (clause.passive) add(head, 'passive')
    if (clause.copular) add(head, 'copular')
    if (clause.marker !== undefined) add(head, `marker:${clause.marker}`)
    if (clause.light !== undefined) {
      add(head, 'light')
      const verb = context.analysis.tokens[head]!.head
      if (verb >= 0) add(verb, 'is-light')
    }
    for (const auxiliary of clause.auxiliaries) add(head, `modal:${auxiliary}`)
    for (const role of ['subject', 'object']) add(head, `${role}:${kindOf(context, clause, role)}`)
    for (const { role, preposition } of clause.arguments)
      if (role === 'oblique' && preposition !== undefined) add(head, `has:${preposition}`)
      else if (role === 'possessor' || role === 'complement') add(head, `has:${role}`)
  }
}

/** What a word hangs on and how many actors its sentence has. */
function addNeighbours(context: Context, add: Add): void {
  const { tokens, sentences } = context.analysis
  for (const { first, last } of sentences) {
    let actors = 0
    for (let token = first; token <= last; token++) if (context.actorAt(token) !== null) actors++
    for (let token = first; token <= last; token++) {
      const { head } = tokens[token]!
      add(token, `actors:${Math.min(actors, 3)}`)
      if (context.actorAt(token) !== null) add(token, `actor:${context.actor(context.actorAt(token)!).type}`)
      if (head >= 0) add(token, `under:${tokens[head]!.upos}`)
      for (const child of indexOf(context.analysis).tree.children(token)) {
        const { deprel, upos } = tokens[child]!
        if (deprel === 'compound' || deprel === 'amod') add(token, `with:${deprel}:${upos}`)
        if (deprel === 'nmod:poss' || deprel === 'appos') add(token, `with:${deprel}`)
      }
    }
  }
}

const inside = ({ start, end }: Span, outer: Span): boolean => outer.start <= start && end <= outer.end

/** What the rows made of a word. */
function addDrafts(context: Context, drafts: readonly Draft[], add: Add): void {
  const index = indexOf(context.analysis)
  for (const draft of drafts) {
    if (draft.at !== undefined) {
      add(draft.at, `made:${draft.kind}`)
      if (draft.kind === 'event') add(draft.at, `made:${draft.type}`)
      continue
    }
    for (const span of draft.evidence) {
      const { first, last } = index.tokensOf(span)
      for (let token = first; token <= last; token++) {
        const word = context.analysis.tokens[token]!
        if (draft.kind === 'relation') add(token, `in:${draft.predicate}`)
        else if (draft.kind === 'dependency') {
          if (!inside(word, draft.antecedent.text) && !inside(word, draft.consequent.text))
            add(token, `tie:${draft.relation}`)
        } else add(token, `in:${draft.kind}`)
      }
    }
  }
}
