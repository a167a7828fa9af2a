import type { ReactNode } from 'react'
import type { Page as Known } from '../../../../src/6-answer/index.ts'
import { Section } from '../../parts/view.tsx'
import { Statement } from '../statements/statement.tsx'
import { Contents } from './contents.tsx'
import { Happening } from './happening.tsx'
import { Intervals } from './intervals.tsx'
import { Latest } from './latest.tsx'
import { Names } from './names.tsx'
import { Ties } from './tie.tsx'
import { Counts, Pacts } from './told.tsx'

interface Part {
  readonly id: string
  readonly title: string
  readonly count: number | null
  readonly shown: ReactNode
}

/** Allies on one side, enemies on the other: either is worth knowing where only the other is told. */
function Sides({ of: { actor, allies, enemies } }: { readonly of: Known }) {
  const side = (title: string, ties: Known['allies'], none: string) => (
    <section aria-label={title} className="min-w-0">
      <h3 className="label mb-1">{title}</h3>
      {ties.length > 0 ? <Ties of={ties} self={actor.id} name={title} /> : <p className="text-s text-soft">{none}</p>}
    </section>
  )
  return (
    <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
      {side('Allies and who backs whom', allies, 'No report tells of an ally.')}
      {side('Enemies and who opposes whom', enemies, 'No report tells of an enemy.')}
    </div>
  )
}

function tiesOf(page: Known): readonly Part[] {
  const { actor, offices, memberships, otherTies, allies, enemies } = page
  const self = actor.id
  return [
    {
      id: 'offices',
      title: 'Offices and memberships',
      count: offices.length + memberships.length,
      shown: (
        <Intervals
          groups={[
            { name: 'Offices', ties: offices },
            { name: 'Memberships', ties: memberships },
          ]}
          self={self}
        />
      ),
    },
    { id: 'sides', title: 'Allies and enemies', count: allies.length + enemies.length, shown: <Sides of={page} /> },
    {
      id: 'ties',
      title: 'Other ties',
      count: otherTies.length,
      shown: <Ties of={otherTies} self={self} name="Other ties" />,
    },
  ]
}

function toldOf(page: Known): readonly Part[] {
  const { actor, agreements, estimates, said, did, received } = page
  const about = { about: [actor.name] }
  return [
    { id: 'agreements', title: 'Agreements', count: agreements.length, shown: <Pacts of={agreements} /> },
    {
      id: 'estimates',
      title: 'Estimates',
      count: estimates.length,
      shown: <Counts of={estimates} name={actor.name} />,
    },
    {
      id: 'said',
      title: 'Statements',
      count: said.length,
      shown: (
        <Latest
          rows={said}
          name="Statements"
          one="statement"
          elsewhere={{ to: '/statements', search: { by: [actor.name] } }}
        >
          {(row) => <Statement of={row} />}
        </Latest>
      ),
    },
    ...(
      [
        ['did', 'Happenings done', did],
        ['received', 'Happenings received', received],
      ] as const
    ).map(([id, title, rows]) => ({
      id,
      title,
      count: rows.length,
      shown: (
        <Latest rows={rows} name={title} one="happening" elsewhere={{ to: '/timeline', search: about }}>
          {(row) => <Happening of={row} />}
        </Latest>
      ),
    })),
  ]
}

/** All that the ledger has of an actor, in parts; those of which nothing is told are named at the end. */
export function Page({ of }: { readonly of: Known }) {
  const names: Part = {
    id: 'names',
    title: 'Names, merge and split',
    count: null,
    shown: <Names key={of.actor.id} of={of.actor} />,
  }
  const all = [...tiesOf(of), ...toldOf(of), names]
  const told = all.filter(({ count }) => count !== 0)
  const untold = all.filter(({ count }) => count === 0).map(({ title }) => title.toLowerCase())
  return (
    <div className="gap-8 xl:grid xl:grid-cols-[minmax(0,1fr)_208px] xl:items-start">
      <div className="xl:order-last xl:sticky xl:top-[128px]">
        <Contents of={told} />
      </div>
      <div className="min-w-0">
        {told.map(({ id, title, count, shown }) => (
          <div key={id} id={id} className="mt-8 first:mt-0">
            <Section title={title} note={count}>
              {shown}
            </Section>
          </div>
        ))}
        {untold.length > 0 && (
          <p className="mt-8 border-t border-line pt-3 text-s text-soft">Nothing is told of: {untold.join(' · ')}.</p>
        )}
      </div>
    </div>
  )
}
