import { type ReactNode, useMemo } from 'react'
import { describeTime } from '../../../../src/export/describe.ts'
import type { ReadoutRecord } from '../../../../src/model/index.ts'
import { showDay } from '../../parts/days.ts'
import { ActorLinks } from '../../parts/links.tsx'
import { Certainty } from './certainty.tsx'
import { Chain } from './chain.tsx'
import type { Readable } from './readable.ts'
import { cueWords, factsOf, rolesOf } from './roles.ts'
import { stationsOf } from './stations.ts'
import { Why } from './why.tsx'

export function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[96px_minmax(0,1fr)] gap-3">
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}

/** The time as it is written, and the days that it means. */
function When({ of, publishedAt }: { readonly of: ReadoutRecord; readonly publishedAt: string | undefined }) {
  const { time } = of
  const days = describeTime(time && { ...time, text: '' })
  if (!time || (days === '' && !time.text))
    return (
      <>
        The report gives no time
        {publishedAt ? `; it was told on ${showDay(publishedAt)}` : ''}
      </>
    )
  if (!time.text) return days
  return (
    <>
      <span className="words !text-m !leading-5">“{time.text}”</span>
      {days === '' ? (
        ', not resolved to days'
      ) : (
        <>
          <span className="px-1 text-soft" role="img" aria-label="means">
            →
          </span>
          {days}
        </>
      )}
    </>
  )
}

/** All that a record says, on whose word, and why. */
export function Details({ of, readable }: { readonly of: ReadoutRecord; readonly readable: Readable }) {
  const { reading, voice, held } = readable
  const stations = useMemo(() => stationsOf(reading, voice, of), [reading, voice, of])
  const named = (ids: readonly string[]) =>
    ids.map((id) => ({ id, name: reading.actors.find((actor) => actor.id === id)?.name ?? id }))
  const kept = held.has(of.id)
  const cues = cueWords(reading, of.kind === 'statement' && of.cue ? [of.cue, ...of.cues] : of.cues)
  return (
    <dl className="space-y-1 text-s">
      <Row name="On the word of">
        <Chain of={stations} whole />
      </Row>
      {rolesOf(of).map(({ role, actors }) => (
        <Row key={role} name={role}>
          {kept ? (
            <ActorLinks of={named(actors)} />
          ) : (
            named(actors)
              .map(({ name }) => name)
              .join(', ')
          )}
        </Row>
      ))}
      {factsOf(of).map(({ name, value }) => (
        <Row key={name} name={name}>
          {value}
        </Row>
      ))}
      <Row name="When">
        <When of={of} publishedAt={reading.document.publishedAt} />
      </Row>
      <Row name="How sure">
        <Certainty of={of} />
      </Row>
      {of.score !== undefined && <Row name="Read rightly">in {Math.round(100 * of.score)} of 100 such cases</Row>}
      <Row name="Why">
        <Why rule={of.rule} cues={cues} />
      </Row>
    </dl>
  )
}
