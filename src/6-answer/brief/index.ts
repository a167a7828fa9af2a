import type { HeldRecord, Ledger } from '../../5-ledger/index.ts'
import type { RecordKind } from '../../model/index.ts'
import type { Answer } from '../answer.ts'
import { byFirmness, compare, dayOf } from '../cite.ts'
import { finish, type Gathered, gather, narrowing, unanswered } from '../gather.ts'
import { groupBy } from '../group.ts'
import type { Question } from '../question.ts'
import { heldQuery, holdsOn, intervalOf, sameRelations } from '../relations.ts'
import { supportsOf, type Told, together } from '../support.ts'
import { eventText } from './events.ts'
import { agreementText, dependencyText, disagreementText, estimateText, officeText, statementText } from './others.ts'
import { type Section, type Sentence, sentence } from './sentence.ts'

export { SECTIONS, type Section, type Sentence } from './sentence.ts'

export interface BriefOptions {
  /** Most sentences of a section. Default 8. */
  readonly sentences?: number
}

interface Made extends Sentence {
  readonly day: string
  readonly weight: number
}

const SUPPOSED: ReadonlySet<string> = new Set(['hypothetical'])

/** Sentences of one kind, one for each happening or fact, made from its firmest record and citing all. */
async function made(
  gathered: Gathered,
  section: Section,
  kinds: readonly RecordKind[],
  textOf: (record: HeldRecord) => string | null,
): Promise<Made[]> {
  const held = gathered.records.filter(
    (r) => kinds.includes(r.kind) && !(kinds[0] !== 'dependency' && SUPPOSED.has(r.record.realis)),
  )
  const telling = together(held).flatMap(({ id, records: told }): (Told & { readonly text: string })[] => {
    const records = [...told].sort(byFirmness)
    const text = textOf(records[0]!)
    return text === null ? [] : [{ id, records, text }]
  })
  const supports = await supportsOf(gathered, telling)
  const sentences = telling.map(({ records, text }, k): Made => {
    const support = supports[k]!
    const weight = support.origins + (records[0]!.record.sources.length === 0 ? 0.5 : 0) + (records[0]!.dated ? 0.5 : 0)
    return { ...sentence(section, text, records, support), day: dayOf(records[0]!), weight }
  })
  return onceOnly(sentences)
}

/** The same sentence from several reports is one with all their citations. */
const onceOnly = (sentences: readonly Made[]): Made[] =>
  [...groupBy(sentences, (s) => s.text).values()].map((same) => ({
    ...same[0]!,
    citations: same.flatMap((s) => s.citations),
  }))

/** The weightiest, the newest first among equals; told in order of time. */
function best(sentences: readonly Made[], most: number): Sentence[] {
  const chosen = [...sentences]
    .sort((a, b) => b.weight - a.weight || compare(b.day, a.day) || compare(a.text, b.text))
    .slice(0, most)
  return chosen
    .sort((a, b) => compare(a.day, b.day) || compare(a.text, b.text))
    .map(({ section, text, support, citations }) => ({ section, text, support, citations }))
}

const isOver = ({ record }: HeldRecord): boolean => record.kind === 'relation' && record.ended

/**
 * One sentence an office and holder, the report that says most of it: whether it was held on the day asked about is for
 * all of its reports together, and one that a report says is over is told as over.
 */
async function offices(gathered: Gathered): Promise<Gathered> {
  const { ledger, question } = gathered
  const all = await gather(ledger, heldQuery(question), { kinds: ['relation'], subtypes: ['holdsOffice', 'leads'] })
  if ('code' in all) return { ...gathered, records: [] }
  const told = sameRelations(all.records).flatMap((records) => {
    const interval = intervalOf(records)
    const real = records[0]!.record.realis === 'actual'
    if (question.asOf !== undefined && !(real && holdsOn(interval, question.asOf))) return []
    const over = question.asOf === undefined && interval.ended ? records.filter(isOver) : records
    return [[...over].sort(byFirmness)[0]!]
  })
  return { ...gathered, records: told }
}

async function disagreed({ ledger, question, about }: Gathered): Promise<Made[]> {
  const held = await ledger.contradictions({ ...narrowing(question), ...(about.length > 0 ? { actors: about } : {}) })
  return held
    .filter((c) => c.kind === 'contradiction')
    .map((c) => ({
      ...sentence('disagreed', disagreementText(c.earlier, c.later), [c.earlier, c.later]),
      day: c.later.publishedOn ?? '',
      weight: 1,
    }))
}

/**
 * A page of sentences, each made from records by a template and ending in its citations: nothing can stand in it that no
 * record supports.
 */
export async function brief(
  ledger: Ledger,
  question: Question = {},
  { sentences: most = 8 }: BriefOptions = {},
): Promise<Answer<Sentence>> {
  const gathered = await gather(ledger, question, {})
  if ('code' in gathered) return unanswered('brief', question, gathered)
  const sections = [
    await made(gathered, 'happened', ['event'], eventText),
    await made(gathered, 'agreed', ['agreement'], agreementText),
    await made(gathered, 'hangs', ['dependency'], dependencyText),
    await made(gathered, 'said', ['statement'], statementText),
    await made(gathered, 'counted', ['estimate'], estimateText),
    await made(await offices(gathered), 'offices', ['relation'], officeText),
    await disagreed(gathered),
  ]
  return finish(
    ledger,
    'brief',
    question,
    sections.flatMap((section) => best(section, most)),
  )
}
