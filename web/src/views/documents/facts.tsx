import type { HeldDocument } from '../../../../src/5-ledger/index.ts'
import { showMoment } from '../../parts/days.ts'
import { OutIcon } from '../../parts/icons.tsx'
import { PublisherLine } from './publisher.tsx'

/** Only an address of the web is made a link: what a report brings along is not trusted. */
const isWeb = (url: string): boolean => /^https?:\/\//i.test(url)

/** Where a report comes from, and both its times. */
export function Facts({ of, shown }: { readonly of: HeldDocument; readonly shown: number }) {
  const version = of.versions.find(({ number }) => number === shown)
  const published = version?.publishedAt ?? of.publishedAt
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2 text-s">
      {of.publisher ? <PublisherLine name={of.publisher} /> : <span className="text-soft">Publisher not known</span>}
      <span>
        <span className="text-soft">Published </span>
        {published ? showMoment(published) : 'on a day not known'}
      </span>
      <span>
        <span className="text-soft">Recorded </span>
        {showMoment(version?.recordedAt ?? of.recordedAt)}
      </span>
      {of.url && isWeb(of.url) && (
        <a
          href={of.url}
          rel="noreferrer"
          className="inline-flex min-h-6 items-center gap-1 underline decoration-line underline-offset-4 hover:decoration-ink"
        >
          The original <OutIcon />
        </a>
      )}
    </div>
  )
}
