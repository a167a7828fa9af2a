import type { Entity, EntityType, Links, OrganizationSubtype, PlaceSubtype, Token } from '../../model/analysis.ts'
import type { Names } from '../../vocabulary/names.ts'
import type { Parsed } from '../steps.ts'

/** A name in the making; `first` and `last` (inclusive) count the tokens of the document. */
export interface NameDraft {
  readonly first: number
  readonly last: number
  readonly type: EntityType
  readonly subtype?: OrganizationSubtype | PlaceSubtype
  readonly links?: Links
}

/** What the refiners see. */
export interface Scene extends Parsed {
  readonly names: Names
}

/** Takes the names of a document and gives them back better; each refiner knows one way to be wrong. */
export type Refiner = (drafts: readonly NameDraft[], scene: Scene) => readonly NameDraft[]

/** Which draft covers each token, by its place in the list; -1 where none does. */
export function coverage(drafts: readonly NameDraft[], tokens: readonly Token[]): Int32Array {
  const owner = new Int32Array(tokens.length).fill(-1)
  drafts.forEach(({ first, last }, k) => {
    owner.fill(k, first, last + 1)
  })
  return owner
}

export const textOf = (tokens: readonly Token[], { first, last }: Pick<NameDraft, 'first' | 'last'>): string =>
  tokens
    .slice(first, last + 1)
    .map((token) => token.text)
    .join(' ')

/** Of drafts that overlap, those earlier in the list stay; in text order. */
export function settle(drafts: readonly NameDraft[], length: number): NameDraft[] {
  const taken = new Uint8Array(length)
  return drafts
    .filter(({ first, last }) => {
      if (first > last || taken.subarray(first, last + 1).includes(1)) return false
      taken.fill(1, first, last + 1)
      return true
    })
    .sort((a, b) => a.first - b.first)
}

export const toEntity = (draft: NameDraft, tokens: readonly Token[]): Entity => ({
  ...draft,
  start: tokens[draft.first]!.start,
  end: tokens[draft.last]!.end,
})
