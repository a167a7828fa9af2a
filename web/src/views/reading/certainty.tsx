import type { ReadoutRecord } from '../../../../src/model/index.ts'
import { standingWords } from '../../parts/words.ts'

const SHADES: Readonly<Record<ReadoutRecord['certainty'], string>> = {
  certain: 'opacity-100',
  probable: 'opacity-70',
  possible: 'opacity-40',
  unknown: 'opacity-20',
}

/** How sure it is told, in words and in shade; said even where it is plainly told as a fact. */
export function Certainty({ of }: { readonly of: ReadoutRecord }) {
  const words = standingWords(of)
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className="inline-flex size-3 rounded-full border border-line-strong">
        <span className={`size-full rounded-full bg-ink ${SHADES[of.certainty]}`} />
      </span>
      {words.length === 0 ? 'told as a fact' : words.join(', ')}
    </span>
  )
}
