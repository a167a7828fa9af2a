import { KIND_SEQUENCE, KIND_TITLES } from '../../../../src/export/describe.ts'
import type { RecordKind } from '../../../../src/model/index.ts'

const TOLD: Readonly<Record<RecordKind, string>> = {
  event: 'who did what to whom',
  statement: 'whose words, to whom, through which channel',
  agreement: 'between whom, on what, how far it has come',
  dependency: 'what must be before what, what stands in its way',
  estimate: 'numbers and ranges, and whose they are',
  relation: 'offices, memberships, allies',
}

/** What the marks of a text mean, before there is one. */
export function Legend() {
  return (
    <section aria-label="What is marked" className="max-w-[76ch]">
      <h2 className="label border-b border-line pb-1">What is marked in a text</h2>
      <dl>
        {KIND_SEQUENCE.map((kind) => (
          <div
            key={kind}
            className="grid gap-x-6 border-b border-line py-2 md:grid-cols-[minmax(0,200px)_minmax(0,1fr)]"
          >
            <dt>
              <span
                className="underline decoration-2 underline-offset-[5px]"
                style={{ textDecorationColor: `var(--${kind})` }}
              >
                {KIND_TITLES[kind]}
              </span>
            </dt>
            <dd className="text-soft">{TOLD[kind]}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-s text-soft">
        A paler line: less sure. A broken line: denied, planned or only supposed. Choose a record to see on whose word
        it stands.
      </p>
    </section>
  )
}
