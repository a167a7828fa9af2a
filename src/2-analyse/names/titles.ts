import type { Token } from '../../model/analysis.ts'
import { coverage, type NameDraft, type Refiner, settle } from './draft.ts'
import { titleEnd, titleForms } from './trim.ts'
import { isCapital } from './word.ts'

/** Capitalised words before an office that name its field: "Information" in "Information Minister". */
const LONGEST_FIELD = 4

const isFieldWord = ({ text, upos }: Token): boolean =>
  (isCapital(text) && (upos === 'PROPN' || upos === 'ADJ' || upos === 'NOUN')) || text === '-'

/** Offices and ranks as they stand in the text, the field of the office included, the state and the person left out. */
export const findTitles: Refiner = (all, { tokens, sentences, names }) => {
  const forms = titleForms(names.titles)
  const drafts = all.filter((draft) => !isField(draft, tokens, sentences[tokens[draft.first]!.sentence]!.last, forms))
  const owner = coverage(drafts, tokens)
  const offices = new Set(names.titles.flatMap((row) => (row.kind === 'honorific' ? [] : row.forms)))
  const found: NameDraft[] = []
  for (const sentence of sentences)
    for (let first = sentence.first; first <= sentence.last; first++) {
      if (owner[first] !== -1 || !isCapital(tokens[first]!.text)) continue
      const last = lastOffice(tokens, first, sentence.last, owner, offices)
      if (last < 0) continue
      found.push({ first, last, type: 'title' })
      first = last
    }
  return settle([...drafts, ...found], tokens.length)
}

/** "Energy" of "Energy Minister": a title's field is no name of its own. */
const isField = ({ first, last }: NameDraft, tokens: readonly Token[], limit: number, forms: ReadonlySet<string>) =>
  titleEnd(tokens, first, limit, forms) > last

/** Where the last office of a run of free capitalised words ends; -1 where the run holds none. */
function lastOffice(
  tokens: readonly Token[],
  first: number,
  limit: number,
  owner: Int32Array,
  offices: ReadonlySet<string>,
): number {
  let best = -1
  for (let start = first; start <= limit && start - first <= LONGEST_FIELD && owner[start] === -1; start++) {
    const end = officeEnd(tokens, start, limit, owner, offices)
    if (end > best) best = end
    if (end > start) start = end
    if (!isFieldWord(tokens[start]!)) break
  }
  return best
}

function officeEnd(
  tokens: readonly Token[],
  start: number,
  limit: number,
  owner: Int32Array,
  offices: ReadonlySet<string>,
): number {
  let phrase = ''
  let best = -1
  for (let end = start; end <= limit && end < start + LONGEST_FIELD && owner[end] === -1; end++) {
    phrase = phrase === '' ? tokens[end]!.text : `${phrase} ${tokens[end]!.text}`
    if (offices.has(phrase)) best = end
  }
  return best
}
