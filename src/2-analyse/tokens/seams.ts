import type { Span } from '../../model/span.ts'
import type { Segmentation } from '../../vocabulary/segmentation.ts'

/**
 * Seams are places where a sentence begins though no full stop stands before it: where a line ended before the text lost
 * its line ends, as in a page turned into text or in a forwarded e-mail.
 */
interface Place {
  readonly segmentation: Segmentation
  /** Where the sentence begins that is being read, and the token after it that may begin the next. */
  readonly first: number
  readonly at: number
  /** The word at a place counted from `at`; '' where there is none. */
  word(offset: number): string
  /** Whether white space stands before the token there. */
  spaced(offset: number): boolean
}

type Seam = (place: Place) => boolean

const CAPITAL = /^\p{Lu}/u
const SMALL_WORD = /^\p{Ll}{2}/u
const ADDRESS = /^(?:https?:\/\/|www\.)/i
const RULE = /^([-=*~#])\1{4,}$|^_{20,}$/
const DAY = /^\d{1,2}\/\d{1,2}\/\d{2,4}$/
const HOUR = /^\d{1,2}:\d{2}(?::\d{2})?$/
const HALF_DAY = /^[ap]m$/i
const FACE = /^[:;=8][-'^o]?[)(DP]+$/
const FIGURE_NUMBER = /^\d{1,3}(?:\.\d{1,3})?$/
const YEAR = /^(?:1[89]|20)\d\d$/
const DAY_OF_MONTH = /^[0-3]?\d$/
const DASH = /^(?:—|–|--)$/
const CLITIC = /^['’]\p{L}/u
/** "Best regards," and "Thank you and best wishes," are no longer than this. */
const LONGEST_CLOSING = 5

/** A line drawn with marks. */
const afterRule: Seam = ({ word, spaced }) => RULE.test(word(-1)) && spaced(0)
const beforeRule: Seam = ({ word, spaced }) => RULE.test(word(0)) && spaced(0)

/** Addresses in a row; a sentence after one. */
const afterAddress: Seam = ({ word }) => ADDRESS.test(word(-1)) && (ADDRESS.test(word(0)) || CAPITAL.test(word(0)))

/** "Ana Prek 03/27/2001 01:58 PM" stands above a forwarded letter. */
const beforeStamp: Seam = ({ word }) => DAY.test(word(0)) && HOUR.test(word(1)) && /^[\p{Lu}>)"]|@/u.test(word(-1))
const afterStamp: Seam = ({ word }) => {
  const hour = HALF_DAY.test(word(-1)) ? -2 : -1
  if (!HOUR.test(word(hour)) || !DAY.test(word(hour - 1)) || HALF_DAY.test(word(0))) return false
  return CAPITAL.test(word(0)) || SMALL_WORD.test(word(0))
}

/** A face ends what it comments on. */
const afterFace: Seam = (place) =>
  FACE.test(place.word(-1)) && CAPITAL.test(place.word(0)) && place.at - 1 > place.first

/** "Regards, | Ana Prek". */
const afterClosing: Seam = ({ word, segmentation, first, at }) =>
  word(-1) === ',' &&
  at - first <= LONGEST_CLOSING &&
  segmentation.closings.has(word(-2).toLowerCase()) &&
  CAPITAL.test(word(0)) &&
  (CAPITAL.test(word(first - at)) || at - first === 2)

/** "Image: Velmar Post" after a caption. */
const beforeLabel: Seam = ({ word, segmentation }) =>
  CAPITAL.test(word(0)) && word(1) === ':' && segmentation.labels.has(word(0).toLowerCase())

/** "Figure 1.5 | The crossing was shut." */
const afterFigure: Seam = (place) =>
  place.at - place.first === 2 &&
  place.segmentation.figures.has(place.word(-2).toLowerCase()) &&
  FIGURE_NUMBER.test(place.word(-1)) &&
  CAPITAL.test(place.word(0))

/** "Monday, May 7, 2015 | The envoys met." */
const afterDate: Seam = (place) => {
  const { word, first, at } = place
  const weekday = word(-5) === ',' && at - first === 6
  if (!weekday || word(-2) !== ',' || !CAPITAL.test(word(0))) return false
  return YEAR.test(word(-1)) && DAY_OF_MONTH.test(word(-3)) && CAPITAL.test(word(-4)) && CAPITAL.test(word(-6))
}

/** "We need a — | Do you have it?" A speaker broke off: the last word was cut, or is one that ends no sentence. */
const afterBreak: Seam = ({ word, spaced, segmentation, first, at }) => {
  if (!DASH.test(word(-1)) || !CAPITAL.test(word(0)) || word(0) === 'I' || at - first < 3) return false
  const last = word(-2)
  const cut = last === '-' && !spaced(-2)
  return cut || CLITIC.test(last) || segmentation.openers.has(last) || segmentation.unfinished.has(last)
}

const SEAMS: readonly Seam[] = [
  beforeRule,
  afterRule,
  afterAddress,
  beforeStamp,
  afterStamp,
  afterFace,
  afterClosing,
  beforeLabel,
  afterFigure,
  afterDate,
  afterBreak,
]

/** Whether token `at` begins a sentence though nothing before it says so. `first` is the first of the sentence it stands in. */
export function isSeam(
  text: string,
  tokens: readonly Span[],
  { first, at }: { first: number; at: number },
  segmentation: Segmentation,
): boolean {
  const word = (offset: number): string => {
    const token = tokens[at + offset]
    return token ? text.slice(token.start, Math.min(token.end, token.start + 80)) : ''
  }
  const spaced = (offset: number): boolean => tokens[at + offset]!.start > tokens[at + offset - 1]!.end
  return SEAMS.some((seam) => seam({ segmentation, first, at, word, spaced }))
}
