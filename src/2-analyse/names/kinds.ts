import type { Token } from '../../model/analysis.ts'
import type { KindRow } from '../../vocabulary/name-rows.ts'
import type { NameDraft, Refiner } from './draft.ts'

const LONGEST = 2
const UNSURE = new Set(['person', 'organization', 'other'])

const known = new WeakMap<readonly KindRow[], ReadonlyMap<string, KindRow>>()

function formsOf(rows: readonly KindRow[]): ReadonlyMap<string, KindRow> {
  const forms = known.get(rows) ?? new Map(rows.flatMap((row) => row.forms.map((form) => [form.toLowerCase(), row])))
  known.set(rows, forms)
  return forms
}

type Forms = ReadonlyMap<string, KindRow>

const rowOf = (words: readonly Token[], forms: Forms): KindRow | undefined =>
  forms.get(words.map(({ text }) => text.toLowerCase()).join(' '))

/** The row of the noun right before a name, the longest form first; with "of" between them where the row has it. */
function rowBefore(tokens: readonly Token[], first: number, forms: Forms): KindRow | undefined {
  const of = tokens[first - 1]?.text === 'of'
  const end = of ? first - 1 : first
  if (tokens[end - 1]?.upos !== 'NOUN' || tokens[end - 1]!.sentence !== tokens[first]!.sentence) return undefined
  for (let from = Math.max(0, end - LONGEST); from < end; from++) {
    const row = rowOf(tokens.slice(from, end), forms)
    if (row) return row.of === of ? row : undefined
  }
  return undefined
}

/** The row of the noun right behind it. */
function rowAfter(tokens: readonly Token[], last: number, forms: Forms): KindRow | undefined {
  for (let to = last + LONGEST; to > last; to--) {
    const row = tokens[to]?.upos === 'NOUN' ? rowOf(tokens.slice(last + 1, to + 1), forms) : undefined
    if (row) return row.of ? undefined : row
  }
  return undefined
}

/** The noun beside a name tells what it is, where the model was not sure of a place. */
export const readKinds: Refiner = (drafts, { tokens, names }) => {
  const forms = formsOf(names.kinds)
  return drafts.map((draft): NameDraft => {
    if (!UNSURE.has(draft.type) || draft.subtype !== undefined) return draft
    const after = draft.type === 'person' ? undefined : rowAfter(tokens, draft.last, forms)
    const row = rowBefore(tokens, draft.first, forms) ?? after
    return row ? { ...draft, type: row.type, subtype: row.subtype } : draft
  })
}
