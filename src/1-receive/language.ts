import type { Intake } from '../vocabulary/intake.ts'

/** How much of a text is looked at. */
const SAMPLE = 20_000
/** Of a text with fewer words than this, one small word of English is enough. */
const FEW_WORDS = 12
/** Running English has 35 to 50 small words of the list in a hundred, headlines and lists down to 10. */
const LEAST_SHARE = 0.1
const WORD = /[\p{L}\p{M}]+/gu
const LATIN = /^\p{Script=Latin}/u

/** The words of the sample in lower case. Very long words tell nothing. */
function sampleWords(text: string): string[] {
  return [...text.slice(0, SAMPLE).matchAll(WORD)].map(([word]) => word.slice(0, 30).toLowerCase())
}

/** "en" where the text's small words are English ones, "und" where they are not or there are none to tell by. */
export function tellLanguage(text: string, { languages }: Pick<Intake, 'languages'>): 'en' | 'und' {
  const words = sampleWords(text)
  const latin = words.filter((word) => LATIN.test(word))
  if (latin.length * 2 < words.length || latin.length === 0) return 'und'
  const hits = new Map([...languages].map(([tag, small]) => [tag, latin.filter((word) => small.has(word)).length]))
  const english = hits.get('en') ?? 0
  for (const [tag, count] of hits) if (tag !== 'en' && count >= english) return 'und'
  return english >= 1 && (latin.length < FEW_WORDS || english / latin.length >= LEAST_SHARE) ? 'en' : 'und'
}
