import { type Country, countries, type FactbookState, factbook, plain } from './sources.ts'

const fold = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replace(/^the /, '')
    .trim()

/** The Factbook's name of a state where world-countries knows no such name. */
const RENAMED: Record<string, string> = { DRC: 'DR Congo', 'Falkland Islands (Islas Malvinas)': 'Falkland Islands' }

/** Each state with its page of the Factbook, where it has one. */
export function statesWithFactbook(): { country: Country; page: FactbookState | undefined }[] {
  const pages = new Map<string, FactbookState>()
  for (const page of factbook())
    for (const name of [page.longName, RENAMED[page.name] ?? page.name]) pages.set(fold(plain(name)), page)
  return countries().map((country) => ({
    country,
    page: [country.name.common, country.name.official, ...country.altSpellings]
      .map((name) => pages.get(fold(name)))
      .find((page) => page !== undefined),
  }))
}

const LATIN_NAME = /^[A-Z][\p{Script=Latin}'’ .,-]{3,}$/u
const aliases = (country: Country, page: FactbookState | undefined): string[] =>
  [country.name.official, ...country.altSpellings, ...(page ? [plain(page.longName), plain(page.name)] : [])].filter(
    (name) => LATIN_NAME.test(name) && !/note|^none/i.test(name) && name !== country.name.common,
  )

/** "Briton(s), British (collective plural)" gives Briton, Britons, British. */
function demonyms(country: Country, page: FactbookState | undefined): string[] {
  const words = [
    ...Object.values(country.demonyms.eng ?? {}).flatMap((text) => text.split(/, | or /)),
    ...[page?.nationality?.noun, page?.nationality?.adjective].flatMap((text) =>
      plain(text ?? null).split(/, | or |; /),
    ),
  ]
  return words
    .flatMap((word) => (word.includes('(s)') ? [word.replace('(s)', ''), word.replace('(s)', 's')] : [word]))
    .map((word) => word.replace(/ ?\(.*$/, '').trim())
    .filter((word) => word !== country.name.common && /^[A-Z][\p{Script=Latin}'’ -]{2,}$/u.test(word))
    .filter((word) => word.split(' ').length <= 3)
}

const OFFICE =
  /^(?:(?:(?:Interim|Acting|Transition(?:al)?|Vice|Federal|Co-Prince|First|Supreme|Great) )*(?:President|Prime Minister|Premier|King|Queen|Emir|Amir|Sultan|Chancellor|Governor(?:[- ]General)?|Prince|Princess|Grand Duke|Pope|Taoiseach|Chairman|Leader|Sheikh|Crown Prince|Minister|Chief Minister|Administrator|Captain|General|Gen\.|Capt\.|Lt\.|Col\.|Colonel|Field Marshal|Sir|Dr\.|CNSP|GNU|Ayatollah|State Affairs Commission|State Council),? )+/

const titled = (word: string): string =>
  /^(?:al-|el-|dos |de )?[\p{Lu}'’-]{2,}$/u.test(word) && !/^[IVX]+$/.test(word)
    ? word.replace(/[\p{Lu}]+/gu, (run) => run.charAt(0) + run.slice(1).toLowerCase())
    : word

/** The heads of state and government: "President Donald J. TRUMP (since …)" gives Donald J. Trump and Donald Trump. */
function leaders(page: FactbookState | undefined): string[] {
  return [page?.chiefOfState ?? null, page?.headOfGovernment ?? null].flatMap((text) => {
    const name = plain(text)
      .replace(/[(;,].*$/, '')
      .trim()
      .replace(OFFICE, '')
    if (!/\p{Lu}{2}/u.test(name) || !/^\p{Lu}[^\d]*$/u.test(name) || /\b(?:of|the|and)\b/.test(name)) return []
    const words = name.split(' ').map(titled)
    const short = words.length > 2 ? [`${words[0]} ${words.at(-1)}`] : []
    return [words.join(' '), ...short]
  })
}

/** world-countries writes Kosovo UNK; XKX is the code in use. */
const ISO3: Record<string, string> = { UNK: 'XKX' }

const unique = (values: readonly string[]): string => [...new Set(values)].join('|')

/** Where world-countries puts the middle of a state more than 100 km from where it lies. */
const MIDDLE: Record<string, readonly [number, number]> = { USA: [39.83, -98.58], KWT: [29.5, 47.75] }

/** iso3, iso2, name, latitude, longitude, other names, demonyms, capitals, leaders. */
/** Independent states stand first: a demonym that several have ("American") is theirs. */
export const stateRows = (): string[][] =>
  [...statesWithFactbook()]
    .sort((a, b) => Number(b.country.independent !== false) - Number(a.country.independent !== false))
    .map(({ country, page }) => [
      ISO3[country.cca3] ?? country.cca3,
      country.cca2,
      country.name.common,
      ...(MIDDLE[country.cca3] ?? country.latlng).map((degrees) => degrees.toFixed(2)),
      unique(aliases(country, page)),
      unique(demonyms(country, page)),
      unique(country.capital),
      country.independent === false ? '' : unique(leaders(page)),
    ])
