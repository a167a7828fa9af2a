/**
 * Writes data/gazetteer/leaders.tsv from REIGN's list of leaders (MIT licence) in ../shared/knowledge:
 * `npx tsx tools/build-leaders.ts`. One line for each leader in office since 1975: state, words of the name, first and last year.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const shared = process.env.READOUT_SHARED ?? path.join(root, '../shared')
const SINCE = 1975

/** Codes of the Correlates of War project that are not ISO 3166-1's. */
const OTHER: Readonly<Record<string, string>> = Object.fromEntries(
  `BHM BHS,HAI HTI,TRI TTO,BAR BRB,GRN GRD,SLU LCA,SVG VCT,AAB ATG,SKN KNA,GUA GTM,HON HND,SAL SLV,COS CRI,PAR PRY,URU URY,UKG GBR,IRE IRL,
  NTH NLD,FRN FRA,MNC MCO,SWZ CHE,SPN ESP,POR PRT,GMY DEU,GDR DDR,GFR DEU,AUS AUT,CZR CZE,SLO SVK,SNM SMR,MNG MNE,MAC MKD,CRO HRV,YUG SRB,
  BOS BIH,KOS XKX,SLV SVN,BUL BGR,MLD MDA,ROM ROU,LAT LVA,LIT LTU,GRG GEO,SWD SWE,DEN DNK,ICE ISL,CAP CPV,EQG GNQ,GAM GMB,MAA MRT,NIR NER,
  CDI CIV,GUI GIN,BFO BFA,SIE SLE,TOG TGO,CAO CMR,NIG NGA,CEN CAF,CHA TCD,CON COG,DRC COD,TAZ TZA,BUI BDI,ANG AGO,MZM MOZ,ZAM ZMB,ZIM ZWE,
  MAW MWI,SAF ZAF,LES LSO,BOT BWA,SWA SWZ,MAG MDG,MAS MUS,SEY SYC,MOR MAR,ALG DZA,LIB LBY,SUD SDN,LEB LBN,YAR YEM,YPR YEM,KUW KWT,BAH BHR,
  OMA OMN,TAJ TJK,KYR KGZ,KZK KAZ,MON MNG,BHU BTN,BNG BGD,MYA MMR,SRI LKA,MAD MDV,NEP NPL,THI THA,CAM KHM,DRV VNM,RVN VNM,MAL MYS,SIN SGP,
  BRU BRN,PHI PHL,INS IDN,ETM TLS,AUL AUS,NEW NZL,VAN VUT,SOL SLB,FIJ FJI,MSI MHL,NAU NRU,PAL PLW,ROK KOR,UAE ARE`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
)

const states = createRequire(import.meta.url)('world-countries') as { readonly cca3: string }[]
const isos = new Set([...states.map((state) => state.cca3), 'XKX'])
const isoOf = (cow: string): string | null => {
  const iso = OTHER[cow] ?? cow
  return isos.has(iso) ? iso : null
}

/** The words of a name without accents, initials and particles, in small letters. */
const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}'. -]/gu, '')
    .toLowerCase()
    .split(/[ .-]+/)
    .filter((word) => word.length > 2 && !['bin', 'ibn', 'van', 'von', 'the', 'der'].includes(word))

const lines = readFileSync(path.join(shared, 'knowledge/leaders-1950-2021.reign.csv'), 'utf8').split('\n').slice(1)
const rows = lines.flatMap((line) => {
  const [cow = '', , , leader = '', , , from = '', , to = ''] = line.split(',')
  const [iso, words] = [isoOf(cow), wordsOf(leader)]
  if (iso === null || words.length === 0 || (to !== '' && Number(to) < SINCE)) return []
  return [`${iso}\t${words.join(' ')}\t${from}\t${to}`]
})
const text = `# iso3\twords\tfrom\tto\n${[...new Set(rows)].sort().join('\n')}\n`
writeFileSync(path.join(root, 'data/gazetteer/leaders.tsv'), text)
