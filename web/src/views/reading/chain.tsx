import { Fragment } from 'react'
import type { Station } from './stations.ts'

const LOOKS: Readonly<Record<Station['kind'], string>> = {
  report: 'text-soft',
  who: 'font-semibold',
  cue: 'words !text-m !leading-5',
  words: 'text-soft',
}

/** The way from the report to the words, said in a line: "Meridian Wire → Ilara Denvoss → said → the words". */
export function Chain({ of, whole = false }: { readonly of: readonly Station[]; readonly whole?: boolean }) {
  // Where there is little room, who says so matters more than by which word.
  const fold = ({ kind }: Station): string => (!whole && kind === 'cue' ? 'hidden md:inline' : '')
  return (
    <span className={whole ? '' : 'flex min-w-0 items-baseline'}>
      {of.map((station, k) => (
        <Fragment key={`${station.kind} ${station.label} ${station.span?.start}`}>
          {k > 0 && (
            <span className={`shrink-0 px-1 text-soft ${fold(station)}`} role="img" aria-label="then">
              →
            </span>
          )}
          <span className={`${LOOKS[station.kind]} ${whole ? '' : `min-w-[3ch] truncate ${fold(station)}`}`}>
            {station.kind === 'cue' ? `“${station.label}”` : station.label}
          </span>
        </Fragment>
      ))}
    </span>
  )
}
