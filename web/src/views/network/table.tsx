import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { ActorLinks } from '../../parts/links.tsx'
import { Quotations } from '../../parts/quoted.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { SupportWords } from '../../parts/support.tsx'
import { formatCount } from '../../parts/words.ts'
import { useKeys } from '../../shell/keys.tsx'
import type { Tie } from './ties.ts'

/** Rows that are added at a time. */
const STEP = 100

const TONES = { friendly: 'text-good', hostile: 'text-stop', plain: 'text-ink' } as const

function TieRow({
  of,
  at,
  chosen,
  choose,
}: {
  readonly of: Tie
  readonly at: number
  readonly chosen: boolean
  readonly choose: () => void
}) {
  const { from, to, joint, what, tone, when, disputed, support, citations } = of
  const nobody = <span className="text-soft">—</span>
  const mark = chosen ? 'bg-[linear-gradient(to_right,var(--accent)_2px,transparent_2px)]' : ''
  return (
    <>
      <tr
        data-row={at}
        tabIndex={-1}
        aria-current={chosen || undefined}
        onFocus={choose}
        onClick={choose}
        className={`border-t border-line align-baseline outline-none ${mark}`}
      >
        <td className="pt-3 pr-3 pl-3 font-semibold">
          <ActorLinks of={joint && to.length === 0 ? from.slice(0, 1) : from} none={nobody} />
        </td>
        <td className={`pt-3 pr-3 font-semibold ${TONES[tone]}`}>{what}</td>
        <td className="pt-3 pr-3 font-semibold">
          <ActorLinks of={joint && to.length === 0 ? from.slice(1) : to} none={nobody} />
        </td>
        <td className="hidden pt-3 pr-3 text-s text-soft md:table-cell">{when}</td>
      </tr>
      <tr className={mark} onClick={choose}>
        <td colSpan={4} className="pt-1 pb-3 pl-3">
          <p className="mb-1 flex flex-wrap items-baseline gap-x-4">
            <span className="text-s text-soft md:hidden">{when}</span>
            <StandingWords of={of} />
            {disputed && <span className="text-s font-semibold text-stop">disputed</span>}
            <SupportWords of={support} />
          </p>
          <Quotations of={citations} short />
        </td>
      </tr>
    </>
  )
}

interface TableProps {
  readonly ties: readonly Tie[]
  readonly chosen: string | undefined
  readonly choose: (tie: Tie) => void
}

/** The same as the picture, in words: who, what, whom, when, on how many reports, and the words. */
export function Table({ ties, chosen, choose }: TableProps) {
  const [most, setMost] = useState(STEP)
  const body = useRef<HTMLTableSectionElement>(null)
  const navigate = useNavigate()
  const shown = ties.slice(0, most)
  const at = shown.findIndex(({ id }) => id === chosen)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows begin at the first again
  useEffect(() => setMost(STEP), [ties])
  const walk = (by: number): void => {
    const next = Math.max(0, Math.min(shown.length - 1, at + by))
    if (!shown[next]) return
    choose(shown[next])
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  const open = (): void => {
    const first = shown[at]?.citations[0]
    if (first) void navigate({ to: '/documents/$id', params: { id: first.document }, search: { record: first.record } })
  }
  useKeys('Ties', [
    { keys: 'j', does: 'Next row', run: () => walk(1) },
    { keys: 'k', does: 'Row before', run: () => walk(-1) },
    { keys: 'o', does: 'Open the row', run: open },
  ])
  return (
    <>
      <table className="w-full border-b border-line">
        <caption className="sr-only">Who is or did what to whom</caption>
        <thead>
          <tr className="text-left">
            <th scope="col" className="label w-[30%] pr-3 pb-2 pl-3">
              Who
            </th>
            <th scope="col" className="label pr-3 pb-2">
              What
            </th>
            <th scope="col" className="label w-[30%] pr-3 pb-2">
              Whom
            </th>
            <th scope="col" className="label hidden w-32 pr-3 pb-2 md:table-cell">
              When
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((tie, k) => (
            <TieRow
              key={tie.id}
              of={tie}
              at={k}
              chosen={tie.id === chosen}
              choose={() => tie.id !== chosen && choose(tie)}
            />
          ))}
        </tbody>
      </table>
      {ties.length > most && (
        <Button className="mt-4" onClick={() => setMost(most + STEP)}>
          Show more of {formatCount(ties.length)}
        </Button>
      )}
    </>
  )
}
