import { useMemo, useState } from 'react'
import type { HeldRecord, KeptReading } from '../../../../src/5-ledger/index.ts'
import { useOne } from '../../address/use-address.ts'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { IconButton } from '../../parts/button.tsx'
import { CloseIcon } from '../../parts/icons.tsx'
import { useKeys } from '../../shell/keys.tsx'
import type { Extras } from '../reading/card.tsx'
import { Issues } from '../reading/issues.tsx'
import { Panes } from '../reading/panes.tsx'
import { type Readable, readableOfKept } from '../reading/readable.ts'
import { ReviewState } from './review-state.tsx'
import { useJudging, type Verdict } from './use-judging.ts'
import { Verdicts } from './verdicts.tsx'

type Judging = ReturnType<typeof useJudging>

/** The keys by which the chosen record is judged. */
function useVerdicts(readable: Readable, { judge, undo, clear, busy }: Judging, may: boolean) {
  const [chosen] = useOne('record')
  const [correcting, setCorrecting] = useState<string | null>(null)
  const record = chosen === undefined ? undefined : readable.held.get(chosen)
  const give = (of: HeldRecord, verdict: Verdict): void => {
    clear()
    // What was entered stays in the form until it is kept.
    judge.mutate({ record: of, verdict }, { onSuccess: () => setCorrecting(null) })
  }
  const back = (of: HeldRecord): void => {
    clear()
    undo.mutate(of.id)
  }
  const standing = record && may && !busy && record.review !== 'rejected' ? record : undefined
  useKeys(
    'Judge the chosen record',
    may
      ? [
          { keys: 'a', does: 'Accept', run: () => standing && give(standing, { kind: 'accept', why: '' }) },
          { keys: 'c', does: 'Correct', run: () => standing && setCorrecting(standing.id) },
          { keys: 'x', does: 'Reject', run: () => standing && give(standing, { kind: 'reject', why: '' }) },
          { keys: 'u', does: 'Undo', run: () => record && !busy && record.review !== 'proposed' && back(record) },
        ]
      : [],
  )
  return { give, back, correcting, setCorrecting }
}

/** What a kept record has besides what it says: its state, and what can be decided on it. */
function useExtras(readable: Readable, judging: Judging, may: boolean, because: string): Extras {
  const { give, back, correcting, setCorrecting } = useVerdicts(readable, judging, may)
  const heldOf = (id: string): HeldRecord | undefined => readable.held.get(id)
  return {
    struck: ({ id }) => heldOf(id)?.review === 'rejected',
    state: ({ id }) => {
      const held = heldOf(id)
      return held && <ReviewState of={held} />
    },
    actions: ({ id }) => {
      const held = heldOf(id)
      if (!held) return null
      if (!may) return <p className="text-s text-soft">{because}</p>
      return (
        <Verdicts
          of={held}
          correcting={correcting === id}
          busy={judging.busy}
          accept={() => give(held, { kind: 'accept', why: '' })}
          reject={() => give(held, { kind: 'reject', why: '' })}
          correct={(correction, why) => give(held, { kind: 'correct', correction, why })}
          undo={() => back(held)}
          openForm={(open) => setCorrecting(open ? id : null)}
        />
      )
    },
  }
}

/** A kept reading whose records can be judged where they stand, by whoever may. */
export function Judged({
  kept,
  at,
  stale,
  open,
  closedBecause,
}: {
  readonly kept: KeptReading
  readonly at: readonly unknown[]
  readonly stale: boolean
  /** What is seen is what is known now. */
  readonly open: boolean
  readonly closedBecause: string
}) {
  const { data: me } = useRead(['me'], () => client.me())
  const judging = useJudging(at)
  const readable = useMemo(() => readableOfKept(kept, [...judging.rejected.values()]), [kept, judging.rejected])
  const reader = me?.role === 'reader'
  const because = reader ? 'Your token may read; an analyst’s may judge.' : closedBecause
  const extras = useExtras(readable, judging, open && me !== undefined && !reader, because)
  return (
    <>
      <Panes readable={readable} extras={extras} stale={stale} note={<Issues of={readable.reading.issues} />} />
      {judging.error && (
        <div
          role="alert"
          className="fixed inset-x-4 bottom-4 z-40 mx-auto flex max-w-[640px] items-center justify-between gap-3 rounded-m border border-stop bg-raised px-4 py-2 shadow-over"
        >
          <span>That was not kept: {judging.error.message}</span>
          <IconButton label="Close" onClick={judging.clear}>
            <CloseIcon />
          </IconButton>
        </div>
      )}
    </>
  )
}
