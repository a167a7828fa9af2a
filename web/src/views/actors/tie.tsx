import type { ReactNode } from 'react'
import type { Relationship } from '../../../../src/6-answer/index.ts'
import { useMany } from '../../address/use-address.ts'
import { IconButton } from '../../parts/button.tsx'
import { showInterval } from '../../parts/days.ts'
import { DownIcon, NextIcon } from '../../parts/icons.tsx'
import { ActorLink, ActorLinks } from '../../parts/links.tsx'
import { Quotations } from '../../parts/quoted.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { SupportWords } from '../../parts/support.tsx'
import { spoken } from '../../parts/words.ts'

/** Seen from its subject, and from its object: "Member of X", "X, member". */
const FROM_OBJECT: Readonly<Record<string, string>> = {
  memberOf: 'member',
  partOf: 'part',
  citizenOf: 'citizen',
  leads: 'leader',
  alliedWith: 'ally',
  backs: 'backs it',
  opposes: 'opposes it',
  designates: 'designates it',
  successorOf: 'successor',
  basedIn: 'based there',
}

/** What binds an actor to another, in words, from its own side. */
export function TieWords({ of, self }: { readonly of: Relationship; readonly self: string }) {
  const { subject, object, role, predicate } = of
  if (subject.id === self) {
    const what = role ? spoken(role) : spoken(predicate)
    return (
      <>
        {what}
        {object && (
          <>
            {role ? ' of ' : ' '}
            <ActorLink of={object} />
          </>
        )}
      </>
    )
  }
  return (
    <>
      <ActorLink of={subject} />, {role ? role : (FROM_OBJECT[predicate] ?? spoken(predicate).toLowerCase())}
    </>
  )
}

const wordsFor = ({ subject, role, predicate, object }: Relationship): string =>
  `${subject.name}, ${role ?? spoken(predicate).toLowerCase()}${object ? ` ${object.name}` : ''}`

/** A tie that opens to its words; `aside` stands beside it: the picture of its interval. */
export function Tie({
  of,
  self,
  aside,
}: {
  readonly of: Relationship
  readonly self: string
  readonly aside?: ReactNode
}) {
  const [opened, setOpened] = useMany('open')
  const open = opened.includes(of.id)
  const toggle = (): void => setOpened(open ? opened.filter((id) => id !== of.id) : [...opened, of.id])
  return (
    <li className="border-b border-line py-2 last:border-0">
      <div className={aside ? 'grid items-center gap-x-6 gap-y-1 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]' : ''}>
        <div className="flex min-w-0 items-start gap-1">
          <IconButton
            label={`Words for: ${wordsFor(of)}`}
            aria-expanded={open}
            onClick={toggle}
            className="-ml-2 size-6"
          >
            {open ? <DownIcon /> : <NextIcon />}
          </IconButton>
          <div className="min-w-0">
            <p className="break-words">
              <TieWords of={of} self={self} />
            </p>
            <p className="flex flex-wrap gap-x-4 text-s text-soft">
              {showInterval(of.interval)}
              {of.disputed && <span className="font-semibold text-stop">disputed</span>}
              <StandingWords of={of} />
            </p>
          </div>
        </div>
        {aside}
      </div>
      {open && (
        <div className="mt-2 mb-2 space-y-2 pl-5">
          <Quotations of={of.citations} />
          <p className="flex flex-wrap gap-x-4 pl-3 text-s text-soft">
            <SupportWords of={of.support} />
            {of.laterHolders.length > 0 && (
              <span>
                Named in the same office later: <ActorLinks of={of.laterHolders} />
              </span>
            )}
          </p>
        </div>
      )}
    </li>
  )
}

export function Ties({
  of,
  self,
  name,
}: {
  readonly of: readonly Relationship[]
  readonly self: string
  readonly name: string
}) {
  return (
    <ul aria-label={name}>
      {of.map((tie) => (
        <Tie key={tie.id} of={tie} self={self} />
      ))}
    </ul>
  )
}
