import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import type { Named } from '../../../src/6-answer/index.ts'

const LINK = 'text-ink underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-ink'

/** An actor's name, leading to its page. Both times go along. */
export function ActorLink({ of, className = LINK }: { readonly of: Named; readonly className?: string }) {
  return (
    <Link to="/actors/$id" params={{ id: of.id }} className={className}>
      {of.name}
    </Link>
  )
}

export function ActorLinks({ of, none = null }: { readonly of: readonly Named[]; readonly none?: ReactNode }) {
  if (of.length === 0) return none
  return of.map((one, k) => (
    <Fragment key={one.id}>
      {k > 0 && ', '}
      <ActorLink of={one} />
    </Fragment>
  ))
}

const NOT_NAMED = <span className="font-normal text-soft">somebody not named</span>

/** Who ↔ whom: of what is done together, each once. */
function Together({ of }: { readonly of: readonly Named[] }) {
  const each = of.filter((one, k) => of.findIndex(({ id }) => id === one.id) === k)
  return each.map((one, k) => (
    <Fragment key={one.id}>
      {k > 0 && (
        <span className="px-2 text-soft" role="img" aria-label="with">
          ↔
        </span>
      )}
      <ActorLink of={one} />
    </Fragment>
  ))
}

/** Who → to whom, or both together. */
export function Between({
  from,
  to,
  joint = false,
}: {
  readonly from: readonly Named[]
  readonly to: readonly Named[]
  readonly joint?: boolean
}) {
  if (from.length === 0 && to.length === 0) return <span className="text-soft">somebody not named</span>
  return (
    <span className="font-semibold">
      {joint ? (
        <Together of={[...from, ...to]} />
      ) : (
        <>
          <ActorLinks of={from} none={NOT_NAMED} />
          {to.length > 0 && (
            <>
              <span className="px-2 text-soft" role="img" aria-label="to">
                →
              </span>
              <ActorLinks of={to} />
            </>
          )}
        </>
      )}
    </span>
  )
}
