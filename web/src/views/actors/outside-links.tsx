import type { Links } from '../../../../src/model/index.ts'
import { OutIcon } from '../../parts/icons.tsx'

interface Outside {
  readonly label: string
  readonly at: string
}

/** ISO's own pages go by the code of two letters: of three, Wikidata finds the state. */
const BY_ISO = 'https://www.wikidata.org/w/index.php?search=haswbstatement:P298='

function outside({ wikidata, iso3, geonames }: Links): readonly Outside[] {
  return [
    ...(wikidata ? [{ label: `Wikidata ${wikidata}`, at: `https://www.wikidata.org/wiki/${wikidata}` }] : []),
    ...(iso3 ? [{ label: `ISO ${iso3}`, at: `${BY_ISO}${iso3}` }] : []),
    ...(geonames ? [{ label: `GeoNames ${geonames}`, at: `https://www.geonames.org/${geonames}` }] : []),
  ]
}

/** What other lists call it; a page of theirs opens in a window of its own. */
export function OutsideLinks({ of }: { readonly of: Links }) {
  const links = outside(of)
  if (links.length === 0 && !of.ucdp) return null
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-s text-soft">
      {links.map(({ label, at }) => (
        <li key={at}>
          <a
            href={at}
            target="_blank"
            rel="noreferrer noopener"
            className="inline-flex min-h-6 items-center gap-1 underline decoration-line underline-offset-4 hover:text-ink hover:decoration-ink"
          >
            {label} <OutIcon />
            <span className="sr-only"> (opens another site)</span>
          </a>
        </li>
      ))}
      {of.ucdp && <li className="flex min-h-6 items-center">UCDP actor {of.ucdp}</li>}
    </ul>
  )
}
