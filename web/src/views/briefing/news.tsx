import { Link } from '@tanstack/react-router'
import type { Disagreement, NewReport, News, StatusChange } from '../../../../src/6-answer/index.ts'
import { buttonClass } from '../../parts/button.tsx'
import { showDay, showWhen } from '../../parts/days.ts'
import { ActorLink } from '../../parts/links.tsx'
import { Quoted, Source, wordsOf } from '../../parts/quoted.tsx'
import { Section } from '../../parts/view.tsx'
import { plural } from '../../parts/words.ts'

type Office = News['offices'][number]

const None = ({ children }: { readonly children: string }) => <p className="text-soft">{children}</p>

function Report({ of }: { readonly of: NewReport }) {
  return (
    <li className="border-b border-line py-3 first:pt-0 last:border-0">
      <Link
        to="/documents/$id"
        params={{ id: of.document }}
        search={{ version: String(of.version) }}
        className="font-semibold no-underline hover:underline"
      >
        {of.title ?? 'A report without a title'}
      </Link>
      <p className="text-s text-soft">
        {[of.publisher ?? 'Unknown origin', of.publishedAt && showDay(of.publishedAt), plural(of.records, 'record')]
          .filter(Boolean)
          .join(' · ')}
        {of.outcome === 'version' && <strong className="text-wait"> · changed, version {of.version}</strong>}
      </p>
    </li>
  )
}

function Status({ of }: { readonly of: StatusChange }) {
  return (
    <li className="space-y-2 border-b border-line py-3 first:pt-0 last:border-0">
      <p>
        <Link to="/agreements" className="font-semibold no-underline hover:underline">
          {of.name}
        </Link>{' '}
        <span className="text-soft">
          {of.from === null ? 'is now' : of.from}
          <span role="img" aria-label={of.from === null ? ':' : 'became'}>
            {of.from === null ? ' ' : ' → '}
          </span>
        </span>
        <strong className="text-agreement">{of.to}</strong>
        <span className="text-s whitespace-nowrap text-soft"> {showWhen(of.when)}</span>
      </p>
      <Quoted of={of.citation} short />
    </li>
  )
}

const officeWords = ({ change, role }: Office): string => {
  const office = role ?? 'an office'
  if (change === 'began') return `became ${office}`
  return change === 'ended' ? `is no longer ${office}` : `is now named as ${office}`
}

function OfficeLine({ of }: { readonly of: Office }) {
  return (
    <li className="space-y-2 border-b border-line py-3 first:pt-0 last:border-0">
      <p>
        <strong>
          <ActorLink of={of.holder} />
        </strong>{' '}
        {officeWords(of)}
        {of.of && (
          <>
            {' of '}
            <ActorLink of={of.of} />
          </>
        )}
        {of.day && <span className="text-s whitespace-nowrap text-soft"> {showDay(of.day)}</span>}
      </p>
      <Quoted of={of.citation} short />
    </li>
  )
}

function Against({ of }: { readonly of: Disagreement }) {
  return (
    <li className="space-y-1 border-b border-line py-3 first:pt-0 last:border-0">
      {[of.earlier, of.later].map(({ citation }, k) => (
        <div key={citation.record} className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3">
          <span className="text-s leading-6 text-stop">{k === 0 ? 'One says' : 'Another'}</span>
          <div>
            <p className="words line-clamp-3">“{wordsOf(citation.quotes)}”</p>
            <p className="text-s text-soft">
              <Source of={citation} />
            </p>
          </div>
        </div>
      ))}
    </li>
  )
}

function Waiting({ of: { proposals, records } }: { readonly of: News['waiting'] }) {
  if (proposals + records === 0) return <None>Nothing waits. All of it was judged.</None>
  const parts = [proposals && plural(proposals, 'proposal'), records && plural(records, 'record')].filter(Boolean)
  return (
    <p className="flex flex-wrap items-center justify-between gap-3">
      <span>{parts.join(' and ')} that nobody has judged yet.</span>
      <Link to="/review" className={buttonClass()}>
        Review
      </Link>
    </p>
  )
}

/** What is new: reports, what changed, what contradicts, what waits. */
export function NewsColumn({ of }: { readonly of: News }) {
  const { reports, statuses, offices, disagreements, waiting, more } = of
  const changes = statuses.length + offices.length
  return (
    <>
      <Section title="New reports" note={reports.length > 0 ? `${reports.length}${more ? ' and more' : ''}` : null}>
        {reports.length === 0 && <None>None came in.</None>}
        <ul>
          {reports.map((report) => (
            <Report key={`${report.document} ${report.version}`} of={report} />
          ))}
        </ul>
      </Section>
      <Section title="What changed" note={changes > 0 ? changes : null}>
        {changes === 0 && <None>No agreement changed its status, and no office its holder.</None>}
        <ul>
          {statuses.map((status) => (
            <Status key={status.id} of={status} />
          ))}
          {offices.map((office) => (
            <OfficeLine key={`${office.id} ${office.change}`} of={office} />
          ))}
        </ul>
      </Section>
      <Section
        title="What contradicts"
        note={
          <Link to="/disagreements" className="underline underline-offset-4">
            All disagreements
          </Link>
        }
      >
        {disagreements.length === 0 && <None>No new report contradicts another.</None>}
        <ul>
          {disagreements.map((one) => (
            <Against key={one.id} of={one} />
          ))}
        </ul>
      </Section>
      <Section title="What waits for review">
        <Waiting of={waiting} />
      </Section>
    </>
  )
}
