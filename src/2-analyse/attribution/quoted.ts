import { baseRelation } from '../shared/tree.ts'
import { child } from './content.ts'
import { cueRanges } from './cues.ts'
import { type Found, holds } from './found.ts'
import { isWord, join, type Range, type Scene } from './scene.ts'
import { verbSource } from './sources.ts'

type Quote = Scene['quoted'][number]

/** A quotation with a verb or of some length says something; shorter ones set a word off. */
const isUtterance = (scene: Scene, { first, last }: Range): boolean => {
  let words = 0
  for (let t = first; t <= last && words < 4; t++) if (isWord(scene.tokens[t]!)) words++
  return words >= 4
}

/** Words of its sentences outside the quotation. */
function outside(scene: Scene, quote: Quote): number[] {
  const { tokens, analysis } = scene
  const from = analysis.sentences[tokens[quote.first]!.sentence]!.first
  const to = analysis.sentences[tokens[quote.last]!.sentence]!.last
  const found: number[] = []
  for (let t = from; t <= to; t++)
    if ((t < quote.first || t > quote.last) && isWord(tokens[t]!) && scene.quotationAt(t) < 0) found.push(t)
  return found
}

const HUMAN = new Set(['PROPN', 'PRON', 'NOUN'])

/** The verb beside a quotation that brings it in: "“…,” X went on", "X spoke on the radio, “…”". */
function introducer(scene: Scene, quote: Quote, around: readonly number[]): number | null {
  const { tokens } = scene
  const verbs = around.filter((t) => {
    if (tokens[t]!.upos !== 'VERB') return false
    const subject = child(scene, t, ['nsubj'])
    return subject !== undefined && !holds([quote], subject) && HUMAN.has(tokens[subject]!.upos)
  })
  const after = verbs.find(
    (t) =>
      t > quote.last &&
      t - quote.last <= 12 &&
      ['root', 'parataxis', 'conj', 'ccomp'].includes(baseRelation(tokens[t]!)),
  )
  if (after !== undefined && /^[,!?]$/.test(tokens[quote.last - 1]?.text ?? '')) return after
  const opens = /^[,:]$/.test(tokens[quote.first - 1]?.text ?? '')
  return opens ? (verbs.filter((t) => t < quote.first).at(-1) ?? null) : null
}

function fromVerb(scene: Scene, quote: Quote, verb: number): Found | null {
  const source = verbSource(scene, verb)
  if (!source) return null
  return {
    source: source.ranges,
    sourceToken: source.head,
    cue: cueRanges(scene, verb),
    cueToken: verb,
    content: [quote],
    rule: 'quotation',
    sense: 'speech',
  }
}

const paragraphOf = (scene: Scene, token: number): number =>
  scene.analysis.sentences[scene.tokens[token]!.sentence]!.paragraph

/** The paragraph ended in a colon, or in a quotation, so that what follows goes on with it. */
function runsOn(scene: Scene, before: Found, quote: Quote): boolean {
  const end = Math.max(...before.content.map((r) => r.last))
  const gap = paragraphOf(scene, quote.first) - paragraphOf(scene, end)
  return gap <= 1
}

/**
 * Gives the quotations that no cue of their own sentence took to whom they belong: the verb beside them, else the speaker
 * of the quotation before them in the paragraph or in the paragraph before.
 */
export function attachQuotations(scene: Scene, found: readonly Found[]): Found[] {
  const all = [...found]
  const holder = new Map<number, number>()
  const claim = (i: number) => {
    for (const r of all[i]!.content) {
      for (const t of [r.first, r.last]) {
        const q = scene.quotationAt(t)
        if (q >= 0 && !holds([scene.quoted[q]!], all[i]!.cueToken ?? -1) && !holder.has(q)) holder.set(q, i)
      }
    }
  }
  all.forEach((_, i) => claim(i))
  let last: number | null = null
  scene.quoted.forEach((quote, q) => {
    if (!holder.has(q) && isUtterance(scene, quote)) {
      const around = outside(scene, quote)
      const verb = around.length > 0 ? introducer(scene, quote, around) : null
      const made = verb === null ? null : fromVerb(scene, quote, verb)
      if (made) {
        all.push(made)
        holder.set(q, all.length - 1)
      } else if (around.length === 0 && last !== null && runsOn(scene, all[last]!, quote)) {
        all[last] = { ...all[last]!, content: join([...all[last]!.content, quote]) }
        holder.set(q, last)
      }
    }
    last = holder.get(q) ?? last
  })
  return all
}
