import type { Origin, Reason, Testimony } from '../model/index.ts'

type Tie = (a: Testimony, b: Testimony) => Reason | null

const reason = (code: string, text: string): Reason => ({ code, text })

/** Who the word is, in the end: the innermost of the chain. */
const speaker = (t: Testimony): string | undefined => t.sources.at(-1)

/** Why two testimonies are one word, the plainest reason first. */
const TIES: readonly Tie[] = [
  (a, b) =>
    a.document === b.document && speaker(a) === speaker(b) ? reason('same-document', 'the same report') : null,
  (a, b) =>
    a.copies.includes(b.document) || b.copies.includes(a.document)
      ? reason('copy', 'the texts are nearly the same')
      : null,
  (a, b) => {
    const cited =
      a.media.find((m) => b.media.includes(m) || m === b.publisher) ?? b.media.find((m) => m === a.publisher)
    return cited === undefined ? null : reason('citing', `both go back to ${cited}`)
  },
  (a, b) =>
    speaker(a) !== undefined && speaker(a) === speaker(b) ? reason('same-speaker', 'the same original speaker') : null,
  // Of one publisher or group, each in its own voice or on nobody else's word.
  (a, b) =>
    a.publisher !== null && a.publisher === b.publisher && ownVoice(a, b)
      ? reason('same-publisher', `both by ${a.publisher}`)
      : null,
  (a, b) =>
    a.group !== null && a.group === b.group && ownVoice(a, b)
      ? reason('same-group', `both of the group ${a.group}`)
      : null,
]

const ownVoice = (a: Testimony, b: Testimony): boolean => a.sources.length === 0 && b.sources.length === 0

/** Testimonies → independent origins: what a chain of ties joins is one. */
export function origins(testimonies: readonly Testimony[]): readonly Origin[] {
  const head = testimonies.map((_, k) => k)
  const find = (k: number): number => (head[k] === k ? k : find(head[k]!))
  const reasons = new Map<number, Reason[]>()
  testimonies.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const found = tie(testimonies[j]!, a)
      const [x, y] = [find(j), find(i)]
      if (!found || x === y) continue
      head[y] = x
      reasons.set(x, [...(reasons.get(x) ?? []), ...(reasons.get(y) ?? []), found])
    }
  })
  const groups = new Map<number, string[]>()
  for (const [k, t] of testimonies.entries()) groups.set(find(k), [...(groups.get(find(k)) ?? []), t.record])
  return [...groups].map(([k, records]) => ({ records, reasons: unique(reasons.get(k) ?? []) }))
}

function tie(a: Testimony, b: Testimony): Reason | null {
  for (const test of TIES) {
    const found = test(a, b)
    if (found) return found
  }
  return null
}

const unique = (list: readonly Reason[]): Reason[] => [...new Map(list.map((r) => [`${r.code} ${r.text}`, r])).values()]
