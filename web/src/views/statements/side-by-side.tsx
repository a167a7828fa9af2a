import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Said } from '../../../../src/6-answer/index.ts'
import { STATEMENT_ACTS, type StatementAct } from '../../../../src/model/records.ts'
import { useMany, useOne, useSetAddress } from '../../address/use-address.ts'
import { type Asked, useAskAll } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { Button } from '../../parts/button.tsx'
import { Chips } from '../../parts/choice.tsx'
import { showDay } from '../../parts/days.ts'
import { FilterBar, NamesField } from '../../parts/filters.tsx'
import { Kind } from '../../parts/kind.tsx'
import { ActorLink, ActorLinks } from '../../parts/links.tsx'
import { Quotations } from '../../parts/quoted.tsx'
import { Rows } from '../../parts/rows.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { Blank } from '../../parts/states.tsx'
import { plural, spoken } from '../../parts/words.ts'
import { alignByDay, type Day, speakersOf } from './align.ts'

const SUGGESTED = 8
const COLUMNS = 'grid gap-x-8 gap-y-4 md:grid-cols-2 lg:grid-cols-[112px_minmax(0,1fr)_minmax(0,1fr)]'

function One({ of }: { readonly of: Said }) {
  const { speaker, hearers, act, channel, topics, citations } = of
  return (
    <article className="min-w-0 space-y-2">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold md:sr-only">
          <ActorLink of={speaker} />
        </span>
        <Kind kind="statement" type={act} />
        <span className="text-s text-soft">
          {hearers.length > 0 && (
            <>
              to <ActorLinks of={hearers} />
            </>
          )}
          {channel && ` · ${channel}`}
        </span>
        <StandingWords of={of} />
      </p>
      <Quotations of={citations} />
      {topics.length > 0 && (
        <p className="text-s text-soft">
          About <ActorLinks of={topics.slice(0, 4)} />
          {topics.length > 4 && ` and ${topics.length - 4} more`}
        </p>
      )}
    </article>
  )
}

function DayRow({ of: { day, left, right } }: { readonly of: Day }) {
  return (
    <div className={COLUMNS}>
      <h2 className="text-s text-soft md:col-span-2 lg:col-span-1">{day ? showDay(day) : 'No day'}</h2>
      {[left, right].map((said, side) => (
        <div
          key={side === 0 ? 'left' : 'right'}
          className={said.length === 0 ? 'hidden md:block' : 'min-w-0 space-y-4'}
        >
          {said.map((one) => (
            <One key={one.id} of={one} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Speaker({ side, label }: { readonly side: 'left' | 'right'; readonly label: string }) {
  const [name, setName] = useOne(side)
  return (
    <NamesField
      label={label}
      placeholder={label}
      values={name ? [name] : []}
      onChange={(names) => setName(names.at(-1))}
    />
  )
}

function Choices() {
  const [both, setBoth] = useOne('both')
  const [acts, setActs] = useMany<StatementAct>('acts')
  return (
    <section aria-label="Speakers and filters" className="mb-6 space-y-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Speaker side="left" label="First speaker" />
        <Speaker side="right" label="Second speaker" />
        <label className="flex min-h-8 items-center gap-2 text-s">
          <input
            type="checkbox"
            checked={both === 'topics'}
            onChange={(event) => setBoth(event.target.checked ? 'topics' : undefined)}
            className="size-4 accent-(--accent)"
          />
          Only what both spoke about
        </label>
      </div>
      <Chips
        label="Kinds of statement"
        options={STATEMENT_ACTS.map((value) => ({ value, label: spoken(value) }))}
        values={acts}
        onChange={setActs}
      />
    </section>
  )
}

/** Those who speak most often, for whoever has not chosen two. */
function Suggestions({ left }: { readonly left: string | undefined }) {
  const asked = useAskAll('statements', {})
  const set = useSetAddress()
  const speakers = speakersOf(asked.rows)
    .filter(({ name }) => name !== left)
    .slice(0, SUGGESTED)
  return (
    <Answered asked={asked} nothing="Nobody said anything of the kind">
      <Blank title={left ? `Beside ${left}: choose a second speaker` : 'Choose two speakers'}>
        <p>Their statements stand beside each other, day by day. These speak most often:</p>
        <p className="flex flex-wrap justify-center gap-2">
          {speakers.map(({ name, count }) => (
            <Button key={name} onClick={() => set({ [left ? 'right' : 'left']: name })}>
              {name} <span className="text-soft">{count}</span>
            </Button>
          ))}
        </p>
      </Blank>
    </Answered>
  )
}

function Heads({ left, right }: { readonly left: Asked<'statements'>; readonly right: Asked<'statements'> }) {
  const [leftName, rightName] = [useOne('left')[0], useOne('right')[0]]
  return (
    <div className={`${COLUMNS} hidden border-b border-line pb-2 md:grid`}>
      <span className="hidden lg:block" />
      {[
        { name: leftName, said: left },
        { name: rightName, said: right },
      ].map(({ name, said }) => (
        <h2 key={name} className="text-l font-semibold">
          {said.rows[0] ? <ActorLink of={said.rows[0].speaker} /> : name}{' '}
          <span className="text-s font-normal text-soft">{plural(said.total, 'statement')}</span>
        </h2>
      ))}
    </div>
  )
}

function Columns({ left, right }: { readonly left: string; readonly right: string }) {
  const asked = [useAskAll('statements', { by: [left] }), useAskAll('statements', { by: [right] })] as const
  const [both] = useOne('both')
  const [acts] = useMany<StatementAct>('acts')
  const [of, beside] = [asked[0].rows, asked[1].rows]
  const days = useMemo(() => alignByDay(of, beside, { acts, both: both === 'topics' }), [of, beside, acts, both])
  const navigate = useNavigate()
  const answer = {
    rows: days,
    none: asked[0].none ?? asked[1].none,
    loading: asked.some(({ loading }) => loading),
    stale: asked.some(({ stale }) => stale),
    error: asked[0].error ?? asked[1].error,
    retry: () => {
      for (const one of asked) one.retry()
    },
  }
  return (
    <Answered
      asked={answer}
      nothing={both ? 'They spoke about nothing in common' : 'Neither said anything of the kind'}
    >
      <Heads left={asked[0]} right={asked[1]} />
      <Rows
        name="Days"
        rows={days}
        idOf={({ day }) => day ?? 'none'}
        height={180}
        open={({ left: [first], right: [other] }) => {
          const cited = (first ?? other)?.citations[0]
          if (cited)
            void navigate({
              to: '/documents/$id',
              params: { id: cited.document },
              search: { version: String(cited.version), record: cited.record },
            })
        }}
      >
        {(day) => <DayRow of={day} />}
      </Rows>
    </Answered>
  )
}

/** The statements of two speakers beside each other, day by day. */
export function SideBySide() {
  const [left] = useOne('left')
  const [right] = useOne('right')
  return (
    <>
      <FilterBar />
      <Choices />
      {left && right ? <Columns left={left} right={right} /> : <Suggestions left={left ?? right} />}
    </>
  )
}
