import type { Reading } from '../../../../src/model/index.ts'
import { showMoment } from '../../parts/days.ts'
import { Chain } from './chain.tsx'
import type { Station } from './stations.ts'

/** Over the text, and staying there: who tells it, and on whose word the chosen record stands. The thread begins here. */
export function Byline({
  reading,
  voice,
  stations,
}: {
  readonly reading: Reading
  readonly voice: string
  readonly stations: readonly Station[] | null
}) {
  const { publishedAt } = reading.document
  return (
    <p className="sticky top-24 z-10 flex h-10 items-center border-b border-line bg-paper text-s" data-chain>
      {stations ? (
        <Chain of={stations} />
      ) : (
        <span className="truncate text-soft">
          {voice}
          {publishedAt ? `, ${showMoment(publishedAt)}` : ', no date'}
        </span>
      )}
    </p>
  )
}
