import type { ReactNode } from 'react'
import { Button } from '../../parts/button.tsx'
import { BackIcon, CheckIcon, CloseIcon, NextIcon, UndoIcon } from '../../parts/icons.tsx'
import { useKeys } from '../../shell/keys.tsx'
import type { Walk } from './use-walk.ts'

function Key({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a picture of a key, which takes no focus
    <kbd
      aria-hidden="true"
      className="hidden rounded-s border border-current px-1 font-sans text-s leading-4 opacity-70 md:inline"
    >
      {children}
    </kbd>
  )
}

/** One key for each judgement, and a button for each key. */
export function Actions({
  walk,
  mayJudge,
  correct,
}: {
  readonly walk: Walk
  readonly mayJudge: boolean
  /** Opens the form; null where there is nothing to correct. */
  readonly correct: (() => void) | null
}) {
  const open = mayJudge && walk.item !== undefined && !walk.judged.has(walk.item.id)
  useKeys('Review', [
    ...(open
      ? [
          { keys: 'a', does: 'Accept', run: walk.accept },
          { keys: 'x', does: 'Reject', run: walk.reject },
        ]
      : []),
    ...(open && correct ? [{ keys: 'c', does: 'Correct', run: correct }] : []),
    { keys: 'n', does: 'Skip to the next', run: walk.next },
    { keys: 'b', does: 'Back to the one before', run: walk.back },
    ...(mayJudge ? [{ keys: 'u', does: 'Undo the last judgement', run: walk.undoLast }] : []),
  ])
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="primary" disabled={!open} onClick={walk.accept} aria-keyshortcuts="a">
        <CheckIcon /> Accept <Key>a</Key>
      </Button>
      <Button disabled={!open} onClick={walk.reject} aria-keyshortcuts="x">
        <CloseIcon /> Reject <Key>x</Key>
      </Button>
      <Button
        disabled={!open || correct === null}
        onClick={correct ?? undefined}
        aria-keyshortcuts="c"
        {...(open && correct === null
          ? { title: 'A proposal is accepted or rejected; only records are corrected' }
          : {})}
      >
        Correct <Key>c</Key>
      </Button>
      <span className="mx-auto" />
      <Button look="quiet" onClick={walk.undoLast} disabled={!mayJudge || walk.judged.size === 0} aria-keyshortcuts="u">
        <UndoIcon /> Undo <Key>u</Key>
      </Button>
      <Button look="quiet" onClick={walk.back} disabled={walk.at <= 0} aria-keyshortcuts="b">
        <BackIcon /> Back <Key>b</Key>
      </Button>
      <Button look="quiet" onClick={walk.next} disabled={walk.item === undefined} aria-keyshortcuts="n">
        Skip <Key>n</Key> <NextIcon />
      </Button>
    </div>
  )
}
