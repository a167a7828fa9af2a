import { Link } from '@tanstack/react-router'
import type { Hanging, Pact, Step } from '../../../../src/6-answer/index.ts'
import { showWhen } from '../../parts/days.ts'
import { Quotations, Source } from '../../parts/quoted.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { SupportWords } from '../../parts/support.tsx'
import { StatusWord } from './status.tsx'

const VERBS: Readonly<Record<Hanging['relation'], readonly [asAntecedent: string, asConsequent: string]>> = {
  requires: ['Needed for', 'Needs'],
  enables: ['Opens the way to', 'Opened by'],
  obstructs: ['Stands in the way of', 'Held up by'],
  causes: ['Leads to', 'Because of'],
  answers: ['Answered by', 'In answer to'],
  aims: ['In order to', 'Aim of'],
}

function Told({ of }: { readonly of: Step }) {
  return (
    <li className="grid gap-x-6 gap-y-1 md:grid-cols-[160px_minmax(0,1fr)]">
      <div className="flex flex-wrap gap-x-3 md:block">
        <StatusWord status={of.status} />
        <p className="text-s text-soft">{showWhen({ ...of.when, text: null })}</p>
      </div>
      <div className="min-w-0 space-y-1">
        <Quotations of={of.citations} />
        <p className="flex flex-wrap gap-x-4 pl-3 empty:hidden">
          {of.support.reports > 1 && <SupportWords of={of.support} />}
          <StandingWords of={of} />
        </p>
      </div>
    </li>
  )
}

/** The same thing told by several reports is one line with all of them. */
function together(hanging: readonly Hanging[]): readonly (readonly Hanging[])[] {
  const lines = new Map<string, Hanging[]>()
  for (const one of hanging) {
    const key = [one.relation, one.as, one.other.toLowerCase()].join('|')
    lines.set(key, [...(lines.get(key) ?? []), one])
  }
  return [...lines.values()]
}

function HangingLine({ of }: { readonly of: readonly Hanging[] }) {
  const [{ relation, as, other }] = of as readonly [Hanging, ...Hanging[]]
  return (
    <li className="grid gap-x-6 gap-y-1 md:grid-cols-[160px_minmax(0,1fr)]">
      <span className="text-s font-semibold text-dependency">{VERBS[relation][as === 'antecedent' ? 0 : 1]}</span>
      <div className="min-w-0">
        <p className="words">“{other}”</p>
        {of.map((one) => (
          <p key={one.citation.record} className="flex flex-wrap gap-x-4 text-s text-soft">
            <Source of={one.citation} />
            <StandingWords of={one} />
          </p>
        ))}
      </div>
    </li>
  )
}

function HangsOn({ of }: { readonly of: Pact }) {
  const about = of.parties.slice(0, 2).map(({ name }) => name)
  return (
    <section aria-label={`What ${of.name} hangs on`} className="space-y-3">
      <h3 className="label">What it hangs on, and what hangs on it</h3>
      <ul className="space-y-3">
        {together(of.hangsOn).map((line) => (
          <HangingLine key={`${line[0]!.citation.record} ${line[0]!.as}`} of={line} />
        ))}
      </ul>
      <Link to="/dependencies" search={{ about }} className="inline-block text-s text-accent underline-offset-4">
        See all that hangs on what around {about.join(' and ') || of.name}
      </Link>
    </section>
  )
}

/** What is told of an agreement, with the words of each report. */
export function History({ of }: { readonly of: Pact }) {
  const others = of.names.filter((name) => name !== of.name)
  return (
    <div className="space-y-6">
      <section aria-label={`History of ${of.name}`} className="space-y-3">
        <h3 className="label">Status by status, in the words of reports</h3>
        <ol className="space-y-4">
          {of.history.map((step) => (
            <Told key={`${step.status} ${step.citations[0]?.record}`} of={step} />
          ))}
        </ol>
      </section>
      {of.hangsOn.length > 0 && <HangsOn of={of} />}
      {others.length > 0 && <p className="text-s text-soft">Also told as “{others.join('”, “')}”.</p>}
    </div>
  )
}
