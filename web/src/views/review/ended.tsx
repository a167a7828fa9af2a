import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '../../parts/button.tsx'
import { CheckIcon } from '../../parts/icons.tsx'
import { plural } from '../../parts/words.ts'
import type { Walk } from './use-walk.ts'

/** Nothing is left, or all of it was gone through. */
export function Ended({ walk, narrowed }: { readonly walk: Walk; readonly narrowed: boolean }) {
  const done = walk.judged.size
  const left = walk.open
  return (
    <div className="grid min-h-96 place-items-center text-center">
      <div className="max-w-[48ch] space-y-4">
        <p className="text-good [&_svg]:inline [&_svg]:size-8">
          <CheckIcon />
        </p>
        <h2 className="text-xl font-semibold tracking-tight">
          {left > 0 ? 'You have been through all of it' : 'Nothing waits any more'}
        </h2>
        <p className="text-soft">
          {done > 0 ? `${plural(done, 'judgement')} in this sitting, each with its undo below. ` : ''}
          {left > 0
            ? `${plural(left, 'thing')} skipped, to be decided another time.`
            : narrowed
              ? 'Of what you chose to go through. Other kinds or publishers may still wait.'
              : 'New reports bring new records; they will wait here.'}
        </p>
        <div className="flex flex-wrap justify-center gap-2">
          {left > 0 && (
            <Button look="primary" onClick={walk.toFirstOpen}>
              Go through what was skipped
            </Button>
          )}
          {narrowed && (
            <Link to="." search={{ kinds: undefined, from: undefined }} className={buttonClass()}>
              All that waits
            </Link>
          )}
          <Link to="/" className={buttonClass()}>
            To the briefing
          </Link>
        </div>
      </div>
    </div>
  )
}
