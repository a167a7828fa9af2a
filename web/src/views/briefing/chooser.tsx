import { useOne, useTimes } from '../../address/use-address.ts'
import { Choice } from '../../parts/choice.tsx'
import { showDay, today } from '../../parts/days.ts'
import { type Recent, SPANS, type SpanName } from './since.ts'

/** Since when something is new, and what was found where that was a quiet time. */
export function Chooser({ recent }: { readonly recent: Recent }) {
  const [chosen, choose] = useOne('new')
  const { known } = useTimes()
  const span = SPANS.find(({ value }) => value === (chosen ?? 'yesterday'))
  const { first, lastDay } = recent
  return (
    <div className="mb-6 space-y-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="label">New since</span>
        <Choice<SpanName | 'day'> label="New since" options={SPANS} value={span?.value ?? 'day'} onChange={choose} />
        <input
          type="date"
          aria-label="New since the day"
          value={first ?? ''}
          max={known?.slice(0, 10) ?? today()}
          onChange={(event) => choose(event.target.value || undefined)}
          className="min-h-8 rounded-s border border-line-strong bg-raised px-2 text-s"
        />
      </div>
      <p role="status" className="min-h-6">
        {lastDay !== null && first && (
          <>
            <strong>Nothing came in since {showDay(first)}.</strong>{' '}
            <span className="text-soft">
              The last report was recorded on {showDay(lastDay)}. This is what came in the week to then.
            </span>
          </>
        )}
      </p>
    </div>
  )
}
