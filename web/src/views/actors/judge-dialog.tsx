import { type ReactNode, useId, useState } from 'react'
import type { Judgement } from '../../../../src/5-ledger/index.ts'
import { useChange } from '../../api/ask.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'

interface JudgeProps {
  readonly title: string
  /** What the button that does it says. */
  readonly does: string
  readonly open: boolean
  readonly close: () => void
  /** Null: something is still to be chosen. */
  readonly judge: ((why: string) => Promise<Judgement>) | null
  readonly judged: (judgement: Judgement) => void
  readonly children: ReactNode
}

function Form({ does, close, judge, judged, children }: Omit<JudgeProps, 'title' | 'open'>) {
  const [why, setWhy] = useState('')
  const id = useId()
  const { mutate, isPending, error } = useChange((given: string) => judge!(given))
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (judge && !isPending) mutate(why.trim(), { onSuccess: judged })
      }}
    >
      {children}
      <div className="space-y-1">
        <label htmlFor={id} className="label block">
          Why
        </label>
        <textarea
          id={id}
          rows={2}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          className="block w-full rounded-s border border-line-strong bg-paper px-3 py-2"
        />
        <p className="text-s text-soft">Kept with the judgement, under your name and the time.</p>
      </div>
      {error && (
        <p role="alert" className="text-s text-stop">
          {error.message}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" look="primary" disabled={!judge || isPending}>
          {does}
        </Button>
      </div>
    </form>
  )
}

/** Says what will happen, takes the reason, and does it. */
export function JudgeDialog({ title, open, close, ...form }: JudgeProps) {
  return (
    <Dialog title={title} open={open} close={close}>
      <Form close={close} {...form} />
    </Dialog>
  )
}
