import { Link, useNavigate } from '@tanstack/react-router'
import type { Judgement } from '../../../../src/5-ledger/index.ts'
import { useTimes } from '../../address/use-address.ts'
import { useChange, useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { showMoment } from '../../parts/days.ts'
import { UndoIcon } from '../../parts/icons.tsx'

/** Merges and splits of an actor that stand, the latest first. */
function useStanding(actor: string): readonly Judgement[] {
  const { known } = useTimes()
  const { data } = useRead(['judgements', known], () => client.judgements(known ? { known } : {}))
  return (data?.rows ?? [])
    .filter(({ action, targets, undoneBy }) => {
      return (action === 'merge' || action === 'split') && undoneBy === null && targets.includes(actor)
    })
    .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt))
}

/** Who was merged into this one, by the name it had until then. */
function Merged({ of: { targets, recordedAt }, actor }: { readonly of: Judgement; readonly actor: string }) {
  const [into, from] = targets
  const known = new Date(Date.parse(recordedAt) - 1).toISOString()
  const asked = { about: [from!], known }
  const { data } = useRead(['actors', 'merged', from, known], () => client.ask('actors', asked), into === actor)
  return into === actor ? `${data?.rows[0]?.name ?? 'Another actor'} was merged into this one` : 'Merged'
}

function What({ of: judgement, actor }: { readonly of: Judgement; readonly actor: string }) {
  const { action, targets } = judgement
  if (action === 'merge') return <Merged of={judgement} actor={actor} />
  const [from, own] = targets
  const other = own === actor ? from : own
  return (
    <>
      {own === actor ? 'Split off from ' : 'Split off to '}
      <Link to="/actors/$id" params={{ id: other! }} className="underline decoration-line-strong underline-offset-4">
        {own === actor ? 'the actor it was taken for' : 'an actor of its own'}
      </Link>
    </>
  )
}

/** What people judged about this actor, each to be taken back. */
export function Judged({ actor, may }: { readonly actor: string; readonly may: boolean }) {
  const judgements = useStanding(actor)
  const navigate = useNavigate()
  const { mutate, isPending, error } = useChange((judgement: Judgement) => client.undo(judgement.id))
  const undo = (judgement: Judgement): void =>
    mutate(judgement, {
      // What was split off and is taken back has no page of its own any more.
      onSuccess: () => {
        const [from, own] = judgement.targets
        if (judgement.action === 'split' && own === actor && from)
          void navigate({ to: '/actors/$id', params: { id: from }, replace: true })
      },
    })
  return (
    <div role="status" className="space-y-2">
      {judgements.length > 0 && (
        <ul aria-label="Judgements about this actor" className="rounded-s bg-sunken px-3 py-2">
          {judgements.map((judgement) => (
            <li key={judgement.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1 text-s">
              <span>
                <What of={judgement} actor={actor} />
                <span className="text-soft">
                  {' '}
                  by {judgement.by}, {showMoment(judgement.recordedAt)}
                  {judgement.why && `: ${judgement.why}`}
                </span>
              </span>
              {may && (
                <Button disabled={isPending} onClick={() => undo(judgement)}>
                  <UndoIcon /> Undo
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p role="alert" className="text-s text-stop">
          {error.message}
        </p>
      )}
    </div>
  )
}
