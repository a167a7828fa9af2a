import type { Standing } from '../../../src/6-answer/index.ts'
import { standingWords } from './words.ts'

/** Certainty is shade as well as word: the less sure, the lighter the mark. */
const SHADES: Readonly<Record<Standing['certainty'], string>> = {
  certain: 'opacity-100',
  probable: 'opacity-70',
  possible: 'opacity-40',
  unknown: 'opacity-20',
}

/** How sure it is: words for all that is not plainly told as a fact. */
export function StandingWords({ of }: { readonly of: Standing }) {
  const words = standingWords(of)
  if (words.length === 0) return null
  return (
    <span className="inline-flex items-center gap-2 text-s">
      <span aria-hidden="true" className="inline-flex size-2 rounded-full border border-line-strong">
        <span className={`size-full rounded-full bg-ink ${SHADES[of.certainty]}`} />
      </span>
      <span className={of.polarity === 'denied' ? 'font-semibold text-stop' : 'text-soft'}>{words.join(', ')}</span>
    </span>
  )
}
