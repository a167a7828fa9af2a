import { Link } from '@tanstack/react-router'
import type { Found, FoundActor, FoundRecord, FoundText } from '../../../../src/6-answer/index.ts'
import { showDay, showWhen } from '../../parts/days.ts'
import { Kind } from '../../parts/kind.tsx'
import { ActorLinks } from '../../parts/links.tsx'
import { Source, wordsOf } from '../../parts/quoted.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { plural } from '../../parts/words.ts'
import { typeWords } from '../actors/types.ts'
import { Lit } from './lit.tsx'

const ROW = 'grid gap-x-6 gap-y-2 md:grid-cols-[160px_minmax(0,1fr)]'
const SIDE = 'flex flex-wrap items-baseline gap-x-4 md:block'
const TITLE = 'font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink'

interface Lighting {
  readonly stems: ReadonlySet<string>
}

function RecordHit({ of, stems }: Lighting & { readonly of: FoundRecord }) {
  const { kind, subtype, actors, when, citations } = of
  return (
    <article className={ROW}>
      <div className={SIDE}>
        <Kind kind={kind} type={subtype} />
        <p className="text-s text-soft">{showWhen(when)}</p>
      </div>
      <div className="min-w-0 space-y-2">
        {(actors.length > 0 || of.polarity === 'denied' || of.certainty !== 'certain' || of.realis !== 'actual') && (
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span className="font-semibold">
              <ActorLinks of={actors} />
            </span>
            <StandingWords of={of} />
          </p>
        )}
        {citations.map((one) => (
          <figure key={one.record} className="max-w-[76ch] border-l-2 border-line pl-3">
            <blockquote className="words">
              “<Lit text={wordsOf(one.quotes)} stems={stems} />”
            </blockquote>
            <figcaption className="mt-1 text-s text-soft">
              <Source of={one} />
            </figcaption>
          </figure>
        ))}
      </div>
    </article>
  )
}

function ReportHit({ of, stems }: Lighting & { readonly of: FoundText }) {
  const { title, publisher, publishedAt, quotes } = of
  return (
    <article className={ROW}>
      <div className={SIDE}>
        <p className="text-s font-semibold">Report</p>
        {publishedAt && <p className="text-s text-soft">{showDay(publishedAt)}</p>}
      </div>
      <div className="min-w-0 space-y-2">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <Link
            to="/documents/$id"
            params={{ id: of.document }}
            search={{ version: String(of.version) }}
            className={TITLE}
          >
            <Lit text={title ?? 'A report without a title'} stems={stems} />
          </Link>
          {publisher && <span className="text-s text-soft">{publisher}</span>}
        </p>
        {quotes.map((quote) => (
          <blockquote key={quote.start} className="words max-w-[76ch] border-l-2 border-line pl-3">
            “<Lit text={wordsOf([quote])} stems={stems} />”
          </blockquote>
        ))}
      </div>
    </article>
  )
}

function ActorHit({ of, stems }: Lighting & { readonly of: FoundActor }) {
  const { id, name, type, names, documents } = of
  return (
    <article className={ROW}>
      <div className={SIDE}>
        <p className="text-s font-semibold">{typeWords(type)}</p>
        <p className="text-s text-soft">{plural(documents, 'report')}</p>
      </div>
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-4">
        <Link to="/actors/$id" params={{ id }} className={TITLE}>
          <Lit text={name} stems={stems} />
        </Link>
        {names.length > 0 && <span className="text-s text-soft">also {names.join(', ')}</span>}
      </p>
    </article>
  )
}

/** What was found: somebody called so, a report that has the words, or a record whose exact words have them. */
export function Hit({ of, stems }: Lighting & { readonly of: Found }) {
  if (of.found === 'actor') return <ActorHit of={of} stems={stems} />
  return of.found === 'report' ? <ReportHit of={of} stems={stems} /> : <RecordHit of={of} stems={stems} />
}
