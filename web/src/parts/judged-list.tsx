import { useState } from 'react'
import { Button } from './button.tsx'
import { UndoIcon } from './icons.tsx'
import { type Judged, useJudge, useSitting } from './judging.ts'

function Line({ of, undone }: { readonly of: Judged; readonly undone?: ((of: string) => void) | undefined }) {
  const { undo } = useJudge()
  const [problem, setProblem] = useState('')
  const takeBack = (): void => {
    setProblem('')
    undo(of.id).then(
      () => undone?.(of.of),
      (error: Error) => setProblem(error.message),
    )
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
      <span className={`min-w-0 flex-1 text-s ${of.undone ? 'text-soft line-through' : ''}`}>
        <strong>{of.verdict}</strong> <span className="font-serif">{of.what}</span>
      </span>
      {of.undone ? (
        <span className="text-s text-soft">Taken back</span>
      ) : (
        <Button look="quiet" onClick={takeBack} aria-label={`Undo: ${of.verdict} ${of.what}`}>
          <UndoIcon /> Undo
        </Button>
      )}
      {problem && (
        <span role="alert" className="w-full text-s text-stop">
          {problem}
        </span>
      )}
    </li>
  )
}

/** What was judged in this sitting, each with the way to take it back. */
export function JudgedList({ undone }: { readonly undone?: (of: string) => void }) {
  const sitting = useSitting()
  if (sitting.length === 0) return null
  return (
    <section aria-label="Judged in this sitting" className="mb-6">
      <h2 className="label mb-1">Judged in this sitting</h2>
      <ul aria-live="polite">
        {sitting.slice(0, 50).map((one) => (
          <Line key={one.id} of={one} undone={undone} />
        ))}
      </ul>
      {sitting.length > 50 && <p className="text-s text-soft">And {sitting.length - 50} before them.</p>}
    </section>
  )
}
