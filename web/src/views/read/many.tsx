import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AddedReport } from '../../../../src/client.ts'
import { useChange } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { plural } from '../../parts/words.ts'
import { draftOf, readFile } from './receive.ts'

type Outcome =
  | { readonly state: 'waits' }
  | { readonly state: 'read' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'kept'; readonly added: Extract<AddedReport, { document: string }> }

const OUTCOMES = {
  new: 'Kept',
  version: 'Kept as a new version',
  reread: 'Read again',
  same: 'Was kept already',
} as const

/** Reads each file, then keeps them all; told of each as it is done. A file that fails does not stop the others. */
async function keepAll(files: readonly File[], tell: (index: number, outcome: Outcome) => void): Promise<void> {
  const received: { readonly file: number; readonly draft: ReturnType<typeof draftOf> }[] = []
  for (const [file, one] of files.entries()) {
    try {
      received.push({ file, draft: draftOf(await readFile(one)) })
      tell(file, { state: 'read' })
    } catch (error) {
      tell(file, { state: 'failed', why: (error as Error).message })
    }
  }
  if (received.length === 0) return
  const documents = received.map(({ draft }) =>
    Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')),
  )
  for await (const progress of client.addAll(documents)) {
    const { file } = received[progress.index]!
    if (progress.outcome === 'failed') tell(file, { state: 'failed', why: progress.problem.detail })
    else tell(file, { state: 'kept', added: progress })
  }
}

function Told({ of }: { readonly of: Outcome }) {
  if (of.state === 'waits') return <span className="text-soft">Waits</span>
  if (of.state === 'read') return <span className="text-soft">Read</span>
  if (of.state === 'failed') return <span className="text-stop">{of.why}</span>
  return (
    <Link to="/documents/$id" params={{ id: of.added.document }} className="underline underline-offset-4">
      {OUTCOMES[of.added.outcome]}
    </Link>
  )
}

/** Several files at once: what becomes of each. */
export function Many({ files, close }: { readonly files: readonly File[]; readonly close: () => void }) {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, Outcome>>(new Map())
  const keep = useChange(() =>
    keepAll(files, (index, outcome) => setOutcomes((before) => new Map(before).set(index, outcome))),
  )
  const all = [...outcomes.values()]
  const done = all.filter(({ state }) => state === 'kept' || state === 'failed').length
  const over = keep.isSuccess || keep.isError
  return (
    <section aria-label="Several files" className="mb-8 max-w-[76ch]">
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="text-l font-semibold">
          {over || keep.isPending ? `${done} of ${plural(files.length, 'file')} done` : plural(files.length, 'file')}
        </p>
        {!over && (
          <Button look="primary" disabled={keep.isPending} onClick={() => keep.mutate(undefined)}>
            {keep.isPending ? 'Keeping …' : 'Keep them all'}
          </Button>
        )}
        {!keep.isPending && <Button onClick={close}>{over ? 'Close the list' : 'Leave them'}</Button>}
      </div>
      <progress
        aria-label="Files done"
        value={done}
        max={files.length}
        className="mt-3 block h-1 w-full appearance-none [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      {keep.error && (
        <p role="alert" className="mt-2 text-stop">
          {keep.error.message} What was kept until then is kept.
        </p>
      )}
      <ul className="mt-3">
        {files.map((file, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and names may be the same
            key={index}
            className="grid grid-cols-2 gap-3 border-b border-line py-2 text-s"
          >
            <span className="[overflow-wrap:anywhere]">{file.name}</span>
            <Told of={outcomes.get(index) ?? { state: 'waits' }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
