import { armedActors, plain } from './sources.ts'
import { statesWithFactbook } from './states.ts'

const unique = (values: readonly string[]): string[] => [...new Set(values)]

/** A list that UCDP wrote as one actor, a description in place of a name, or the forces of one man. */
const NOT_A_NAME = /[,()/]|^(?:Government|Forces|Supporters|Army|Republic|Military|Civilians|Lashkar) of |^n\/a$/

/**
 * Names of armed groups with their ids: UCDP's, then the Factbook's without id. UCDP's rows join groups that fought side
 * by side; a name is left to the row that was active longest.
 */
export function armedGroupRows(): string[][] {
  const idOf = new Map<string, { readonly id: string; readonly years: number }>()
  for (const { id, kind, names, first_year, last_year } of armedActors()) {
    if (kind === 'government' || (kind === 'nonstate' && !names.some((name) => MARKED.test(name)))) continue
    const years = last_year - first_year
    for (const name of names) if (isName(name) && years > (idOf.get(name)?.years ?? -1)) idOf.set(name, { id, years })
  }
  const terrorists = statesWithFactbook()
    .flatMap(({ page }) => plain(page?.terrorism ?? null).split('; '))
    .flatMap((entry) => entry.match(/^([^(]+?)(?: \(([^)]+)\))?$/)?.slice(1) ?? [])
  for (const name of terrorists) if (name && isName(name) && !idOf.has(name)) idOf.set(name, { id: '', years: 0 })
  const byId = new Map<string, string[]>()
  for (const [name, { id }] of idOf) byId.set(id, [...(byId.get(id) ?? []), name])
  return [...byId].map(([id, names]) => [id, names.join('|')])
}

const isName = (name: string): boolean => name.length > 1 && !NOT_A_NAME.test(name) && /\p{Lu}/u.test(name)

/** Among UCDP's non-state actors are peoples and clans; these words tell the organised groups. */
const MARKED =
  /\b(?:Front|Army|Movement|Brigades?|Battalion|Party|Union|Forces?|Organi[sz]ation|Cartel|Militia|Militant|Council|Alliance|Liwa|Jaysh|Jaish|Jabhat|Ahrar|Harakat|Ansar|State|Defen[cs]e|Guards?|Taleban|Taliban|Resistance|Division|Coalition|Legion)\b/

/** "Union of Democratic and Social Forces or UFDS" gives both names; with the state. */
export const partyRows = (): string[][] =>
  statesWithFactbook().flatMap(({ country, page }) =>
    plain(page?.parties ?? null)
      .split('; ')
      .map((entry) => entry.replace(/^[^:]*: ?/, '').replace(/\s*\([^)]*\)|\([^)]*$/g, ''))
      .map((entry) =>
        unique(entry.split(/ or | \/ /).map((name) => name.trim())).filter((name) =>
          /^\p{Lu}[^;:\d]{2,60}$/u.test(name),
        ),
      )
      .filter((names) => names.length > 0 && names.every((name) => name.split(' ').length <= 9))
      .map((names) => [country.cca3, names.join('|')]),
  )
