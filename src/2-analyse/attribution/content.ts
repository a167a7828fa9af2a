import { baseRelation } from '../../model/tree.ts'
import { CONTENT_PREPOSITIONS, type Cue, type CueFrame, type Frame } from '../../vocabulary/cues.ts'
import type { AttributionContext, Range } from './context.ts'

/** What a frame found: the heads of the phrases that make the content, and words of the cue beside its head. */
export interface Content {
  readonly ranges: readonly Range[]
  readonly cueTokens: readonly number[]
}

type Find = (context: AttributionContext, cue: number) => Content | null

const content = (ranges: readonly Range[], cueTokens: readonly number[] = []): Content => ({ ranges, cueTokens })
const lower = (context: AttributionContext, token: number): string => context.tokens[token]!.text.toLowerCase()

/** The first child with one of the relations (subtype left out unless named) that passes. */
export function child(
  context: AttributionContext,
  token: number,
  relations: readonly string[],
  passes: (child: number) => boolean = () => true,
): number | undefined {
  return context.tree.children(token).find((c) => {
    const own = context.tokens[c]!
    return (relations.includes(own.deprel) || relations.includes(baseRelation(own))) && passes(c)
  })
}

/** The preposition or subordinator that opens a phrase, if it is this word. */
export const opener = (context: AttributionContext, phrase: number, word: string): number | undefined =>
  child(context, phrase, ['case', 'mark'], (c) => lower(context, c) === word)

const isInfinitive = (context: AttributionContext, verb: number): boolean => opener(context, verb, 'to') !== undefined
const isPassive = (context: AttributionContext, cue: number): boolean =>
  child(context, cue, ['nsubj:pass', 'aux:pass', 'csubj:pass']) !== undefined

/** The phrase without its opener. */
function inside(context: AttributionContext, phrase: number, open: number): Range {
  const { first, last } = context.tree.extent(phrase)
  const after = context.tree.children(open).reduce((end, c) => Math.max(end, c), open)
  return { first: Math.max(first, after + 1 > phrase ? phrase : after + 1), last }
}

const objectOf = (context: AttributionContext, cue: number): number | undefined =>
  child(context, cue, isPassive(context, cue) ? ['nsubj:pass'] : ['obj'])

/** A phrase after a preposition: of a verb its oblique, of a noun its modifier; also "of doing". */
function after(
  context: AttributionContext,
  cue: number,
  preposition: string,
): { phrase: number; open: number } | undefined {
  for (const phrase of context.tree.children(cue)) {
    const relation = baseRelation(context.tokens[phrase]!)
    if (!['obl', 'nmod', 'advcl', 'acl', 'xcomp', 'ccomp'].includes(relation)) continue
    const open = opener(context, phrase, preposition)
    if (open !== undefined && open < phrase && (phrase > cue || relation === 'obl')) return { phrase, open }
  }
  return undefined
}

const prepositional =
  (preposition: string): Find =>
  (context, cue) => {
    const found = after(context, cue, preposition)
    if (!found || found.phrase < cue) return null
    if (
      preposition === 'to' &&
      context.tokens[found.phrase]!.upos === 'VERB' &&
      context.tokens[found.phrase]!.xpos === 'VB'
    )
      return null
    const range = inside(context, found.phrase, found.open)
    const to = goesOn(context, cue, preposition, range.last + 1)
    return content(to === undefined ? [range] : [range, context.tree.extent(to)], [found.open])
  }

/** "called for the fleet to leave", "spoke of the fleet leaving": the verb that goes on from the phrase. */
const goesOn = (context: AttributionContext, cue: number, preposition: string, first: number): number | undefined =>
  child(context, cue, ['xcomp', 'advcl', 'ccomp', 'acl'], (c) => {
    if (context.tree.extent(c).first !== first) return false
    return preposition === 'for' ? isInfinitive(context, c) : preposition === 'of' && isGerund(context, c)
  })

/** "accused Borland of shelling the port": object and phrase together. */
const objectWith =
  (preposition: string): Find =>
  (context, cue) => {
    const object = objectOf(context, cue)
    const found =
      object === undefined ? undefined : (after(context, cue, preposition) ?? after(context, object, preposition))
    if (object === undefined || !found || found.phrase < cue) return null
    return content([context.tree.extent(object), context.tree.extent(found.phrase)])
  }

const CLAUSAL = ['that', 'whether', 'if']

/** "the claim that …": a clause of its own under a noun, with a conjunction ("that" as IN) and no relative pronoun. */
function isNounClause(context: AttributionContext, verb: number): boolean {
  if (context.tokens[verb]!.deprel !== 'acl:relcl')
    return CLAUSAL.some((word) => opener(context, verb, word) !== undefined)
  return (
    child(
      context,
      verb,
      ['obj', 'nsubj', 'mark'],
      (c) => context.tokens[c]!.xpos === 'IN' && lower(context, c) === 'that',
    ) !== undefined
  )
}

const CONDITIONAL = new Set(['if', 'unless', 'once', 'until'])

/** "If aid does not come, she warned, the town will starve": the other half of what the saying interrupts. */
function otherHalf(context: AttributionContext, cue: number, found: number): Range[] {
  const later = found > cue
  const rest = child(context, cue, ['ccomp', 'parataxis', 'advcl'], (c) => c > cue !== later)
  if (rest === undefined) return []
  const [before, after] = later ? [rest, found] : [found, rest]
  const opens = lower(context, context.tree.extent(before).first)
  const { first } = context.tree.extent(after)
  const parted = context.tokens[cue + 1]?.text === ',' && first <= cue + 2
  return parted && CONDITIONAL.has(opens) ? [context.tree.extent(rest)] : []
}

/** "warned that banks that trade with them risk …", read as "those banks": no plural goes with "that". */
function opensWithThat(context: AttributionContext, noun: number): boolean {
  const { first } = context.tree.extent(noun)
  return (
    /^NNP?S$/.test(context.tokens[noun]!.xpos) &&
    lower(context, first) === 'that' &&
    context.tokens[first]!.head === noun
  )
}

const clause: Find = (context, cue) => {
  const quoted = context.quotationAt(cue)
  const isContent = (c: number): boolean => {
    if (baseRelation(context.tokens[c]!) === 'acl') return isNounClause(context, c)
    return context.tokens[c]!.deprel !== 'csubj' || context.tokens[c]!.xpos !== 'VBG'
  }
  const marked = (c: number): boolean => c > cue && CLAUSAL.some((word) => opener(context, c, word) !== undefined)
  const found = child(context, cue, ['ccomp'], marked) ?? child(context, cue, ['ccomp', 'csubj', 'acl'], isContent)
  if (found !== undefined) return content([context.tree.extent(found), ...otherHalf(context, cue, found)])
  const misread = child(context, cue, ['obj'], (c) => c > cue && opensWithThat(context, c))
  if (misread !== undefined) return content([context.tree.extent(misread)])
  if (quoted >= 0) return null
  const said = child(context, cue, ['obj', 'xcomp', 'parataxis', 'dep', 'advcl', 'obl', 'conj', 'appos'], (c) => {
    const inner = context.quotationAt(c)
    return inner >= 0 && context.quoted[inner]!.last > context.quoted[inner]!.first + 1
  })
  return said === undefined || baseRelation(context.tokens[said]!) === 'obl'
    ? null
    : content([context.tree.extent(said)])
}

/** An infinitive that completes the cue; one that the tree takes for a purpose has to follow at once. */
const isComplement = (context: AttributionContext, verb: number, after: number): boolean =>
  isInfinitive(context, verb) &&
  (baseRelation(context.tokens[verb]!) !== 'advcl' || context.tree.extent(verb).first === after + 1)

const infinitive: Find = (context, cue) => {
  const found = child(context, cue, ['xcomp', 'acl', 'advcl'], (c) => {
    return c > cue && context.tokens[c]!.deprel !== 'acl:relcl' && isComplement(context, c, cue)
  })
  return found === undefined ? null : content([context.tree.extent(found)])
}

const isGerund = (context: AttributionContext, verb: number): boolean =>
  context.tokens[verb]!.xpos === 'VBG' && child(context, verb, ['aux', 'nsubj']) === undefined

const gerund: Find = (context, cue) => {
  const found = child(context, cue, ['xcomp', 'ccomp', 'obj'], (c) => c > cue && isGerund(context, c))
  return found === undefined ? null : content([context.tree.extent(found)])
}

const OF_OBJECT = ['by', 'of', 'between', 'against']

/** The object with a phrase behind it that the tree hangs on the verb, though it can only say more of the object. */
const object: Find = (context, cue) => {
  const found = objectOf(context, cue)
  if (found === undefined) return null
  const range = context.tree.extent(found)
  if (found < cue) return content([range])
  const more = child(context, cue, ['obl'], (c) => {
    const opens = OF_OBJECT.some((word) => opener(context, c, word) !== undefined)
    return opens && context.tree.extent(c).first === range.last + 1
  })
  return content(more === undefined ? [range] : [range, context.tree.extent(more)])
}

/** Subject of the passive or object of the active, with the infinitive that says what of it. */
const objectInfinitive: Find = (context, cue) => {
  const of = objectOf(context, cue) ?? child(context, cue, ['iobj'])
  const after = of === undefined || of < cue ? cue : context.tree.extent(of).last
  const to = child(context, cue, ['xcomp', 'ccomp', 'advcl'], (c) => c > cue && isComplement(context, c, after))
  if (to === undefined) return null
  if (of !== undefined) return content([context.tree.extent(of), context.tree.extent(to)])
  return child(context, to, ['nsubj']) === undefined ? null : content([context.tree.extent(to)])
}

const hearerInfinitive: Find = (context, cue) =>
  (objectOf(context, cue) ?? child(context, cue, ['iobj'])) === undefined ? null : infinitive(context, cue)

const onInfinitive: Find = (context, cue) => {
  const found = after(context, cue, 'on') ?? after(context, cue, 'upon')
  const to = child(context, cue, ['xcomp', 'advcl', 'ccomp'], (c) => c > cue && isInfinitive(context, c))
  if (!found || found.phrase < cue) return null
  const acl = to ?? child(context, found.phrase, ['acl'], (c) => isInfinitive(context, c))
  if (acl === undefined) return null
  return content([inside(context, found.phrase, found.open), context.tree.extent(acl)], [found.open])
}

const objectComplement: Find = (context, cue) => {
  const to = child(context, cue, ['xcomp'], (c) => !isInfinitive(context, c) && context.tokens[c]!.xpos !== 'VBG')
  const of = objectOf(context, cue) ?? child(context, cue, ['iobj'])
  if (to !== undefined && of !== undefined) return content([context.tree.extent(of), context.tree.extent(to)])
  const beside = of === undefined || of < cue ? -1 : context.quotationAt(context.tree.extent(of).last + 1)
  if (of !== undefined && beside >= 0 && beside !== context.quotationAt(of))
    return content([context.tree.extent(of), context.quoted[beside]!])
  const objects = context.tree.children(cue).filter((c) => context.tokens[c]!.deprel === 'obj')
  const first = child(context, cue, ['iobj']) ?? objects[0]
  const second = objects.find((c) => c !== first)
  return first === undefined || second === undefined
    ? null
    : content([context.tree.extent(first), context.tree.extent(second)])
}

const subjectWith =
  (passes: (context: AttributionContext, complement: number) => boolean): Find =>
  (context, cue) => {
    const to = child(context, cue, ['xcomp'], (c) => passes(context, c))
    if (to === undefined) return null
    const subject = child(context, cue, ['nsubj'])
    return content([...(subject === undefined ? [] : [context.tree.extent(subject)]), context.tree.extent(to)])
  }

/** "pleaded guilty to theft": what follows the verb as its complement. */
const complement: Find = (context, cue) => {
  const found = child(
    context,
    cue,
    ['xcomp', 'amod', 'advmod', 'obj'],
    (c) => c > cue && context.tokens[c]!.upos === 'ADJ',
  )
  return found === undefined ? null : content([context.tree.extent(found)])
}

const OBJECT_WITH = ['of', 'for', 'with', 'over', 'on', 'to', 'at', 'as'] as const

const FINDERS = {
  clause,
  infinitive,
  gerund,
  object,
  'object-infinitive': objectInfinitive,
  'hearer-infinitive': hearerInfinitive,
  'on-infinitive': onInfinitive,
  'object-complement': objectComplement,
  complement,
  'subject-infinitive': subjectWith(isInfinitive),
  'subject-complement': subjectWith(() => true),
  ...Object.fromEntries(CONTENT_PREPOSITIONS.map((p) => [p, prepositional(p)])),
  ...Object.fromEntries(OBJECT_WITH.map((p) => [`object-${p}`, objectWith(p)])),
} as Readonly<Record<Frame, Find>>

/** Whether the object is one that the row asks for: "put the toll at six", but not "put the book at the end". */
function fitsObject(context: AttributionContext, cue: number, { objects, except }: Cue): boolean {
  if (objects.length + except.length === 0) return true
  const object = objectOf(context, cue)
  if (object === undefined) return objects.length === 0
  const lemma = context.tokens[object]!.lemma.toLowerCase()
  return !except.includes(lemma) && (objects.length === 0 || objects.includes(lemma))
}

const holdsNumber = ({ tokens }: AttributionContext, ranges: readonly Range[]): boolean =>
  ranges.some(({ first, last }) => tokens.slice(first, last + 1).some(({ upos }) => upos === 'NUM'))

/** The first of the word's frames that finds content beside it, most telling first. */
export function findContent(
  context: AttributionContext,
  cue: number,
  frames: readonly CueFrame[],
): (Content & CueFrame) | null {
  for (const frame of frames) {
    const found = fitsObject(context, cue, frame.cue) ? FINDERS[frame.frame](context, cue) : null
    if (found && (!frame.cue.number || holdsNumber(context, found.ranges))) return { ...found, ...frame }
  }
  return null
}
