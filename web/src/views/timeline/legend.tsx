import type { Happening } from '../../../../src/6-answer/index.ts'
import { Glyph } from './mark.tsx'

type Looks = Parameters<typeof Glyph>[0]['of']

const PLAIN: Looks = {
  support: { reports: 1, origins: 1, because: [] },
  realis: 'actual',
  polarity: 'affirmed',
  disputed: false,
  when: { dated: true } as Happening['when'],
}

const LOOKS: readonly { readonly says: string; readonly of: Looks }[] = [
  { says: 'one report', of: PLAIN },
  { says: 'more reports', of: { ...PLAIN, support: { reports: 4, origins: 1, because: [] } } },
  { says: 'more than one origin', of: { ...PLAIN, support: { reports: 2, origins: 2, because: [] } } },
  { says: 'planned', of: { ...PLAIN, realis: 'future' } },
  { says: 'denied', of: { ...PLAIN, polarity: 'denied' } },
  { says: 'disputed', of: { ...PLAIN, disputed: true } },
  { says: 'no day told: drawn at the day of its report', of: { ...PLAIN, when: { ...PLAIN.when, dated: false } } },
]

/** How to read the picture. */
export function Legend() {
  return (
    <ul aria-label="How to read the picture" className="flex flex-wrap gap-x-4 gap-y-1 text-s text-soft">
      {LOOKS.map(({ says, of }) => (
        <li key={says} className="flex items-center gap-1">
          <svg aria-hidden="true" width="24" height="24" viewBox="-12 -12 24 24" className="shrink-0">
            <Glyph of={of} />
          </svg>
          {says}
        </li>
      ))}
    </ul>
  )
}
