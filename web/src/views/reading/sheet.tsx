import type { ReadoutRecord } from '../../../../src/model/index.ts'
import { IconButton } from '../../parts/button.tsx'
import { BackIcon, CloseIcon, NextIcon } from '../../parts/icons.tsx'
import { Card, type Extras } from './card.tsx'
import type { Readable } from './readable.ts'

/** On a narrow screen the chosen record stands at the foot of the screen, so that its words stay in sight. */
export function Sheet({
  record,
  readable,
  extras,
  walk,
  close,
}: {
  readonly record: ReadoutRecord
  readonly readable: Readable
  readonly extras: Extras
  readonly walk: (by: number) => void
  readonly close: () => void
}) {
  return (
    <section
      aria-label="The chosen record"
      className="fixed inset-x-0 bottom-0 z-30 max-h-[46dvh] overflow-y-auto border-t border-line-strong bg-raised px-4 pb-4 shadow-over"
    >
      <div className="sticky top-0 flex justify-end gap-1 bg-raised pt-2">
        <IconButton label="Record before" onClick={() => walk(-1)}>
          <BackIcon />
        </IconButton>
        <IconButton label="Next record" onClick={() => walk(1)}>
          <NextIcon />
        </IconButton>
        <IconButton label="Let the record go" onClick={close}>
          <CloseIcon />
        </IconButton>
      </div>
      <Card of={record} readable={readable} chosen extras={extras} choose={close} />
    </section>
  )
}
