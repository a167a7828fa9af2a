import { useEffect, useRef } from 'react'
import type { Correction, HeldRecord } from '../../../../src/5-ledger/index.ts'
import { Button } from '../../parts/button.tsx'
import { CheckIcon, CloseIcon, UndoIcon } from '../../parts/icons.tsx'
import { CorrectionForm } from './correction/index.tsx'

/** The button that was pressed is gone, and the focus with it: who moves by keys goes on from what stands in its place. */
function useFocusKept(state: string) {
  const buttons = useRef<HTMLDivElement>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === document.body)
      buttons.current?.querySelector<HTMLElement>('button:enabled')?.focus({ preventScroll: true })
  }, [state])
  return buttons
}

/** What can be decided on a record. */
export function Verdicts({
  of,
  correcting,
  busy,
  accept,
  reject,
  correct,
  undo,
  openForm,
}: {
  readonly of: HeldRecord
  readonly correcting: boolean
  readonly busy: boolean
  readonly accept: () => void
  readonly reject: () => void
  readonly correct: (correction: Correction, why: string) => void
  readonly undo: () => void
  readonly openForm: (open: boolean) => void
}) {
  const buttons = useFocusKept(`${of.review} ${correcting} ${busy}`)
  if (correcting) return <CorrectionForm of={of} correct={correct} close={() => openForm(false)} />
  const rejected = of.review === 'rejected'
  return (
    <div ref={buttons} className="flex flex-wrap gap-2">
      {!rejected && (
        <>
          <Button onClick={accept} disabled={busy || of.review === 'accepted'}>
            <CheckIcon /> Accept
          </Button>
          <Button onClick={() => openForm(true)} disabled={busy}>
            Correct
          </Button>
          <Button onClick={reject} disabled={busy}>
            <CloseIcon /> Reject
          </Button>
        </>
      )}
      {of.review !== 'proposed' && (
        <Button look="quiet" onClick={undo} disabled={busy}>
          <UndoIcon /> Undo
        </Button>
      )}
    </div>
  )
}
