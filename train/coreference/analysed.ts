import type { Vocabulary } from '../../src/vocabulary/index.ts'
import type { Timed } from '../../src/2-analyse/steps.ts'
import type { Entity, EntityType } from '../../src/model/analysis.ts'
import { findQuotations } from '../../src/2-analyse/quotations/index.ts'
import { type GumDocument, goldParse } from './gum.ts'

const TYPES: Readonly<Record<string, EntityType>> = { person: 'person', organization: 'organization', place: 'place' }

/** A GUM document with its own trees, analysed as far as coreference asks. */
export function analysed(document: GumDocument, trees: readonly string[][][], vocabulary: Vocabulary): Timed {
  const parsed = goldParse(document, trees)
  const quoted = { ...parsed, quotations: findQuotations(parsed, vocabulary) }
  const at = new Map(parsed.tokens.map((t) => [t.start, t.index]))
  const taken = new Set<number>()
  const entities: Entity[] = []
  for (const m of [...document.entities].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const type = TYPES[m.type]
    const first = at.get(m.start)
    if (!type || first === undefined) continue
    let last = first
    while (parsed.tokens[last + 1] && parsed.tokens[last + 1]!.end <= m.end) last++
    let f = first
    while (f < last && parsed.tokens[f]!.upos !== 'PROPN') f++
    while (last > f && parsed.tokens[last]!.upos !== 'PROPN') last--
    let k = f
    while (k < last && (parsed.tokens[k]!.upos === 'PROPN' || parsed.tokens[k]!.text === '-')) k++
    if (k < last || parsed.tokens[f]!.upos !== 'PROPN' || taken.has(f)) continue
    for (let i = f; i <= last; i++) taken.add(i)
    entities.push({ start: parsed.tokens[f]!.start, end: parsed.tokens[last]!.end, first: f, last, type })
  }
  return { ...quoted, entities, times: [], quantities: [] }
}
