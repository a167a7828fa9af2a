import { Popover } from 'radix-ui'
import { useState } from 'react'
import { Button, IconButton } from '../../parts/button.tsx'
import { showWhen } from '../../parts/days.ts'
import { Happening } from '../../parts/happening.tsx'
import { BackIcon, CloseIcon } from '../../parts/icons.tsx'
import { spoken } from '../../parts/words.ts'
import { type Mark, wordsOf } from './lanes.ts'
import type { Days } from './use-days.ts'

/** Happenings of one mark that are listed; more are for the list below, or for a closer look. */
const MOST = 12

interface ToldProps {
  readonly of: Mark
  readonly left: number
  readonly top: number
  readonly days: Days
  readonly choose: (id: string) => void
  readonly show: (id: string) => void
  readonly close: () => void
}

function Several({
  of: { placed },
  days,
  pick,
}: Pick<ToldProps, 'of' | 'days'> & { readonly pick: (k: number) => void }) {
  const [first, last] = [placed[0], placed.at(-1)!]
  return (
    <>
      <ul className="-mx-2">
        {placed.slice(0, MOST).map(({ row }, k) => (
          <li key={row.id}>
            <button
              type="button"
              onClick={() => pick(k)}
              className="flex w-full items-baseline gap-3 rounded-s px-2 py-1 text-left text-s hover:bg-sunken"
            >
              <span className="w-32 shrink-0 text-soft">{showWhen(row.when)}</span>
              <span className="min-w-0">
                <strong className="text-event">{spoken(row.type)}</strong> {wordsOf(row)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {placed.length > MOST && <p className="mt-2 text-s text-soft">and {placed.length - MOST} more</p>}
      {last.at > first.at && (
        <Button className="mt-3" onClick={() => days.show(first.at, last.at)}>
          Show these days closer
        </Button>
      )}
    </>
  )
}

/** What a mark tells, with the words, beside it. */
export function Told({ of, left, top, days, choose, show, close }: ToldProps) {
  const [picked, setPicked] = useState<number | null>(of.placed.length === 1 ? 0 : null)
  const row = picked === null ? null : of.placed[picked]!.row
  return (
    <Popover.Root open onOpenChange={(open) => !open && close()}>
      <Popover.Anchor className="pointer-events-none absolute size-0" style={{ left, top }} />
      <Popover.Portal>
        <Popover.Content
          side="bottom"
          sideOffset={16}
          collisionPadding={16}
          aria-label={row ? 'A happening' : `${of.placed.length} happenings`}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="z-30 max-h-[min(480px,var(--radix-popover-content-available-height))] w-[min(440px,calc(100vw-32px))] overflow-y-auto rounded-m border border-line bg-raised p-4 text-ink shadow-over"
        >
          <div className="mb-2 flex items-center justify-between">
            {row && of.placed.length > 1 ? (
              <Button look="quiet" className="-ml-3" onClick={() => setPicked(null)}>
                <BackIcon /> All {of.placed.length}
              </Button>
            ) : (
              <span className="label">{row ? 'Happening' : `${of.placed.length} happenings`}</span>
            )}
            <IconButton label="Close" onClick={close}>
              <CloseIcon />
            </IconButton>
          </div>
          {row ? (
            <>
              <Happening of={row} narrow />
              <Button
                className="mt-3"
                onClick={() => {
                  close()
                  show(row.id)
                }}
              >
                Show in the list
              </Button>
            </>
          ) : (
            <Several
              of={of}
              days={days}
              pick={(k) => {
                setPicked(k)
                choose(of.placed[k]!.row.id)
              }}
            />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
