import { useId, useState } from 'react'
import type { Judgement } from '../../../../src/5-ledger/index.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { useJudge } from '../../parts/judging.ts'

/** A judgement that is about to be made. */
export interface Pending {
  readonly title: string
  readonly means: string
  readonly of: string
  readonly verdict: string
  readonly what: string
  readonly make: (why: string) => Promise<Judgement>
}

function Form({ of, close }: { readonly of: Pending; readonly close: () => void }) {
  const [why, setWhy] = useState('')
  const [state, setState] = useState<'open' | 'sent' | Error>('open')
  const { judge } = useJudge()
  const id = useId()
  const send = (): void => {
    setState('sent')
    judge(of.of, of.verdict, of.what, () => of.make(why.trim())).then(close, setState)
  }
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p>{of.means}</p>
      <blockquote className="words border-l-2 border-line pl-3">{of.what}</blockquote>
      <div>
        <label htmlFor={id} className="label block">
          Why (kept with the judgement)
        </label>
        <textarea
          id={id}
          rows={2}
          maxLength={2000}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          className="mt-1 w-full rounded-s border border-line-strong bg-paper px-3 py-1 text-m"
        />
      </div>
      {state instanceof Error && (
        <p role="alert" className="text-s text-stop">
          Nothing was changed: {state.message}
        </p>
      )}
      <div className="flex gap-2">
        <Button look="primary" type="submit" disabled={state === 'sent'}>
          {of.title}
        </Button>
        <Button onClick={close}>Leave it</Button>
      </div>
    </form>
  )
}

/** Asks why, and judges. */
export function JudgeDialog({ of, close }: { readonly of: Pending | null; readonly close: () => void }) {
  return (
    <Dialog title={of?.title ?? ''} open={of !== null} close={close}>
      {of && <Form of={of} close={close} />}
    </Dialog>
  )
}
