import { baseRelation } from '../../model/tree.ts'
import { CONTENT_PREPOSITIONS, type Cue, type CueFrame, type Frame } from '../../vocabulary/cues.ts'
import type { Range, Scene } from './scene.ts'

/** What a frame found: the heads of the phrases that make the content, and words of the cue beside its head. */
export interface Content {
  readonly ranges: readonly Range[]
  readonly cueTokens: readonly number[]
}

type Find = (scene: Scene, cue: number) => Content | null

const content = (ranges: readonly Range[], cueTokens: readonly number[] = []): Content => ({ ranges, cueTokens })
const lower = (scene: Scene, token: number): string => scene.tokens[token]!.text.toLowerCase()

/** The first child with one of the relations (subtype left out unless named) that passes. */
export function child(
  scene: Scene,
  token: number,
  relations: readonly string[],
  passes: (child: number) => boolean = () => true,
): number | undefined {
  return scene.tree.children(token).find((c) => {
    const own = scene.tokens[c]!
    return (relations.includes(own.deprel) || relations.includes(baseRelation(own))) && passes(c)
  })
}

/** The preposition or subordinator that opens a phrase, where it is this word. */
export const opener = (scene: Scene, phrase: number, word: string): number | undefined =>
  child(scene, phrase, ['case', 'mark'], (c) => lower(scene, c) === word)

const isInfinitive = (scene: Scene, verb: number): boolean => opener(scene, verb, 'to') !== undefined
const isPassive = (scene: Scene, cue: number): boolean =>
  child(scene, cue, ['nsubj:pass', 'aux:pass', 'csubj:pass']) !== undefined

/** The phrase without its opener. */
function inside(scene: Scene, phrase: number, open: number): Range {
  const { first, last } = scene.tree.extent(phrase)
  const after = scene.tree.children(open).reduce((end, c) => Math.max(end, c), open)
  return { first: Math.max(first, after + 1 > phrase ? phrase : after + 1), last }
}

const objectOf = (scene: Scene, cue: number): number | undefined =>
  child(scene, cue, isPassive(scene, cue) ? ['nsubj:pass'] : ['obj'])

/** A phrase after a preposition: of a verb its oblique, of a noun its modifier; also "of doing". */
function after(scene: Scene, cue: number, preposition: string): { phrase: number; open: number } | undefined {
  for (const phrase of scene.tree.children(cue)) {
    const relation = baseRelation(scene.tokens[phrase]!)
    if (!['obl', 'nmod', 'advcl', 'acl', 'xcomp', 'ccomp'].includes(relation)) continue
    const open = opener(scene, phrase, preposition)
    if (open !== undefined && open < phrase && (phrase > cue || relation === 'obl')) return { phrase, open }
  }
  return undefined
}

const prepositional =
  (preposition: string): Find =>
  (scene, cue) => {
    const found = after(scene, cue, preposition)
    if (!found || found.phrase < cue) return null
    if (
      preposition === 'to' &&
      scene.tokens[found.phrase]!.upos === 'VERB' &&
      scene.tokens[found.phrase]!.xpos === 'VB'
    )
      return null
    const range = inside(scene, found.phrase, found.open)
    const to = goesOn(scene, cue, preposition, range.last + 1)
    return content(to === undefined ? [range] : [range, scene.tree.extent(to)], [found.open])
  }

/** "called for the fleet to leave", "spoke of the fleet leaving": the verb that goes on from the phrase. */
const goesOn = (scene: Scene, cue: number, preposition: string, first: number): number | undefined =>
  child(scene, cue, ['xcomp', 'advcl', 'ccomp', 'acl'], (c) => {
    if (scene.tree.extent(c).first !== first) return false
    return preposition === 'for' ? isInfinitive(scene, c) : preposition === 'of' && isGerund(scene, c)
  })

/** "accused Borland of shelling the port": object and phrase together. */
const objectWith =
  (preposition: string): Find =>
  (scene, cue) => {
    const object = objectOf(scene, cue)
    const found =
      object === undefined ? undefined : (after(scene, cue, preposition) ?? after(scene, object, preposition))
    if (object === undefined || !found || found.phrase < cue) return null
    return content([scene.tree.extent(object), scene.tree.extent(found.phrase)])
  }

const CLAUSAL = ['that', 'whether', 'if']

/** "the claim that …": a clause of its own under a noun, with a conjunction ("that" as IN) and no relative pronoun. */
function isNounClause(scene: Scene, verb: number): boolean {
  if (scene.tokens[verb]!.deprel !== 'acl:relcl') return CLAUSAL.some((word) => opener(scene, verb, word) !== undefined)
  return (
    child(
      scene,
      verb,
      ['obj', 'nsubj', 'mark'],
      (c) => scene.tokens[c]!.xpos === 'IN' && lower(scene, c) === 'that',
    ) !== undefined
  )
}

const CONDITIONAL = new Set(['if', 'unless', 'once', 'until'])

/** "If aid does not come, she warned, the town will starve": the other half of what the saying interrupts. */
function otherHalf(scene: Scene, cue: number, found: number): Range[] {
  const later = found > cue
  const rest = child(scene, cue, ['ccomp', 'parataxis', 'advcl'], (c) => c > cue !== later)
  if (rest === undefined) return []
  const [before, after] = later ? [rest, found] : [found, rest]
  const opens = lower(scene, scene.tree.extent(before).first)
  const { first } = scene.tree.extent(after)
  const parted = scene.tokens[cue + 1]?.text === ',' && first <= cue + 2
  return parted && CONDITIONAL.has(opens) ? [scene.tree.extent(rest)] : []
}

/** "warned that banks that trade with them risk …", read as "those banks": no plural goes with "that". */
function opensWithThat(scene: Scene, noun: number): boolean {
  const { first } = scene.tree.extent(noun)
  return (
    /^NNP?S$/.test(scene.tokens[noun]!.xpos) && lower(scene, first) === 'that' && scene.tokens[first]!.head === noun
  )
}

const clause: Find = (scene, cue) => {
  const quoted = scene.quotationAt(cue)
  const isContent = (c: number): boolean => {
    if (baseRelation(scene.tokens[c]!) === 'acl') return isNounClause(scene, c)
    return scene.tokens[c]!.deprel !== 'csubj' || scene.tokens[c]!.xpos !== 'VBG'
  }
  const marked = (c: number): boolean => c > cue && CLAUSAL.some((word) => opener(scene, c, word) !== undefined)
  const found = child(scene, cue, ['ccomp'], marked) ?? child(scene, cue, ['ccomp', 'csubj', 'acl'], isContent)
  if (found !== undefined) return content([scene.tree.extent(found), ...otherHalf(scene, cue, found)])
  const misread = child(scene, cue, ['obj'], (c) => c > cue && opensWithThat(scene, c))
  if (misread !== undefined) return content([scene.tree.extent(misread)])
  if (quoted >= 0) return null
  const said = child(scene, cue, ['obj', 'xcomp', 'parataxis', 'dep', 'advcl', 'obl', 'conj', 'appos'], (c) => {
    const inner = scene.quotationAt(c)
    return inner >= 0 && scene.quoted[inner]!.last > scene.quoted[inner]!.first + 1
  })
  return said === undefined || baseRelation(scene.tokens[said]!) === 'obl' ? null : content([scene.tree.extent(said)])
}

/** An infinitive that completes the cue; one that the tree takes for a purpose has to follow at once. */
const isComplement = (scene: Scene, verb: number, after: number): boolean =>
  isInfinitive(scene, verb) &&
  (baseRelation(scene.tokens[verb]!) !== 'advcl' || scene.tree.extent(verb).first === after + 1)

const infinitive: Find = (scene, cue) => {
  const found = child(scene, cue, ['xcomp', 'acl', 'advcl'], (c) => {
    return c > cue && scene.tokens[c]!.deprel !== 'acl:relcl' && isComplement(scene, c, cue)
  })
  return found === undefined ? null : content([scene.tree.extent(found)])
}

const isGerund = (scene: Scene, verb: number): boolean =>
  scene.tokens[verb]!.xpos === 'VBG' && child(scene, verb, ['aux', 'nsubj']) === undefined

const gerund: Find = (scene, cue) => {
  const found = child(scene, cue, ['xcomp', 'ccomp', 'obj'], (c) => c > cue && isGerund(scene, c))
  return found === undefined ? null : content([scene.tree.extent(found)])
}

const OF_OBJECT = ['by', 'of', 'between', 'against']

/** The object with a phrase behind it that the tree hangs on the verb, though it can only say more of the object. */
const object: Find = (scene, cue) => {
  const found = objectOf(scene, cue)
  if (found === undefined) return null
  const range = scene.tree.extent(found)
  if (found < cue) return content([range])
  const more = child(scene, cue, ['obl'], (c) => {
    const opens = OF_OBJECT.some((word) => opener(scene, c, word) !== undefined)
    return opens && scene.tree.extent(c).first === range.last + 1
  })
  return content(more === undefined ? [range] : [range, scene.tree.extent(more)])
}

/** Subject of the passive or object of the active, with the infinitive that says what of it. */
const objectInfinitive: Find = (scene, cue) => {
  const of = objectOf(scene, cue) ?? child(scene, cue, ['iobj'])
  const after = of === undefined || of < cue ? cue : scene.tree.extent(of).last
  const to = child(scene, cue, ['xcomp', 'ccomp', 'advcl'], (c) => c > cue && isComplement(scene, c, after))
  if (to === undefined) return null
  if (of !== undefined) return content([scene.tree.extent(of), scene.tree.extent(to)])
  return child(scene, to, ['nsubj']) === undefined ? null : content([scene.tree.extent(to)])
}

const hearerInfinitive: Find = (scene, cue) =>
  (objectOf(scene, cue) ?? child(scene, cue, ['iobj'])) === undefined ? null : infinitive(scene, cue)

const onInfinitive: Find = (scene, cue) => {
  const found = after(scene, cue, 'on') ?? after(scene, cue, 'upon')
  const to = child(scene, cue, ['xcomp', 'advcl', 'ccomp'], (c) => c > cue && isInfinitive(scene, c))
  if (!found || found.phrase < cue) return null
  const acl = to ?? child(scene, found.phrase, ['acl'], (c) => isInfinitive(scene, c))
  if (acl === undefined) return null
  return content([inside(scene, found.phrase, found.open), scene.tree.extent(acl)], [found.open])
}

const objectComplement: Find = (scene, cue) => {
  const to = child(scene, cue, ['xcomp'], (c) => !isInfinitive(scene, c) && scene.tokens[c]!.xpos !== 'VBG')
  const of = objectOf(scene, cue) ?? child(scene, cue, ['iobj'])
  if (to !== undefined && of !== undefined) return content([scene.tree.extent(of), scene.tree.extent(to)])
  const beside = of === undefined || of < cue ? -1 : scene.quotationAt(scene.tree.extent(of).last + 1)
  if (of !== undefined && beside >= 0 && beside !== scene.quotationAt(of))
    return content([scene.tree.extent(of), scene.quoted[beside]!])
  const objects = scene.tree.children(cue).filter((c) => scene.tokens[c]!.deprel === 'obj')
  const first = child(scene, cue, ['iobj']) ?? objects[0]
  const second = objects.find((c) => c !== first)
  return first === undefined || second === undefined
    ? null
    : content([scene.tree.extent(first), scene.tree.extent(second)])
}

const subjectWith =
  (passes: (scene: Scene, complement: number) => boolean): Find =>
  (scene, cue) => {
    const to = child(scene, cue, ['xcomp'], (c) => passes(scene, c))
    if (to === undefined) return null
    const subject = child(scene, cue, ['nsubj'])
    return content([...(subject === undefined ? [] : [scene.tree.extent(subject)]), scene.tree.extent(to)])
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
  'subject-infinitive': subjectWith(isInfinitive),
  'subject-complement': subjectWith(() => true),
  ...Object.fromEntries(CONTENT_PREPOSITIONS.map((p) => [p, prepositional(p)])),
  ...Object.fromEntries(OBJECT_WITH.map((p) => [`object-${p}`, objectWith(p)])),
} as Readonly<Record<Frame, Find>>

/** Whether the object is one that the row asks for: "put the toll at six", but not "put the book at the end". */
function fitsObject(scene: Scene, cue: number, { objects, except }: Cue): boolean {
  if (objects.length + except.length === 0) return true
  const object = objectOf(scene, cue)
  if (object === undefined) return objects.length === 0
  const lemma = scene.tokens[object]!.lemma.toLowerCase()
  return !except.includes(lemma) && (objects.length === 0 || objects.includes(lemma))
}

const holdsNumber = ({ tokens }: Scene, ranges: readonly Range[]): boolean =>
  ranges.some(({ first, last }) => tokens.slice(first, last + 1).some(({ upos }) => upos === 'NUM'))

/** The first of the word's frames that finds content beside it, most telling first. */
export function findContent(scene: Scene, cue: number, frames: readonly CueFrame[]): (Content & CueFrame) | null {
  for (const frame of frames) {
    const found = fitsObject(scene, cue, frame.cue) ? FINDERS[frame.frame](scene, cue) : null
    if (found && (!frame.cue.number || holdsNumber(scene, found.ranges))) return { ...found, ...frame }
  }
  return null
}
