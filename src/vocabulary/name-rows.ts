import { z } from 'zod'
import type { Links } from '../model/analysis.ts'
import type { LanguageData } from './language.ts'
import { checkRows, invalid } from './rows.ts'
import { splitForms } from './table.ts'

/** "President | Vice President": forms in one line, which YAML reads much faster than a list. */
const forms = z.string().transform(splitForms).pipe(z.array(z.string()).min(1))

const entityType = z.enum(['person', 'organization', 'place', 'nationality', 'event', 'agreement', 'title', 'other'])
const subtype = z.enum([
  'state-organ',
  'military',
  'armed-group',
  'coalition',
  'party',
  'company',
  'media',
  'body',
  'state',
  'city',
  'region',
  'facility',
])

const rule = z.object({
  id: z.string(),
  reason: z.string(),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(2),
})

/** A title that stands before a person's name; an office or rank is a title by itself as well. */
const titleRow = rule.extend({ kind: z.enum(['office', 'rank', 'honorific']), forms })
export type TitleRow = z.infer<typeof titleRow>
export const loadTitles = (source: LanguageData): TitleRow[] => checkRows(source, 'names/titles.yaml', titleRow)

/** Words in a name that tell what it is the name of. */
const wordRow = rule.extend({
  type: entityType.default('organization'),
  subtype: subtype.optional(),
  at: z.enum(['first', 'last', 'any']),
  forms,
})
export type WordRow = z.infer<typeof wordRow>
export const loadNameWords = (source: LanguageData): WordRow[] => checkRows(source, 'names/words.yaml', wordRow)

/** Nouns right before a name that tell what kind of body it is the name of. */
const kindRow = rule.extend({
  type: z.enum(['organization', 'place']).default('organization'),
  subtype,
  /** With "of" before the name. */
  of: z.boolean().default(false),
  forms,
})
export type KindRow = z.infer<typeof kindRow>
export const loadKinds = (source: LanguageData): KindRow[] => checkRows(source, 'names/kinds.yaml', kindRow)

/** Where a town's name is its team's. */
const teamRow = rule.extend({ at: z.enum(['gate', 'after', 'before']), forms })
export type TeamRow = z.infer<typeof teamRow>
export const loadTeams = (source: LanguageData): TeamRow[] => checkRows(source, 'names/teams.yaml', teamRow)

/** Names made by a head word and the capitalised words around it. */
const headRow = rule.extend({
  type: entityType,
  head: forms,
  before: z.enum(['required', 'optional', 'none', 'place']),
  year: z.literal('required').optional(),
  link: forms.optional(),
  after: z.enum(['required', 'none', 'direct']),
})
export type HeadRow = z.infer<typeof headRow>
export const loadHeads = (source: LanguageData): HeadRow[] => checkRows(source, 'names/heads.yaml', headRow)

/** A line of data/en/names/known.yaml: "[iso3=USA exact] U.S. | US". */
export interface KnownRow {
  readonly forms: readonly string[]
  readonly links: Links
  /** In other case a form is another word ("us", "is"). */
  readonly exact: boolean
  /** The form is often another name: it only tells more of a name that was found without it. */
  readonly weak: boolean
}
const LINKS = ['iso3', 'ucdp', 'wikidata'] as const

function knownRow(line: string, context: z.RefinementCtx): KnownRow {
  const [, bracket = '', rest = ''] = /^(?:\[([^\]]*)\] )?(.*)$/.exec(line) ?? []
  const marks = bracket.split(' ').filter((mark) => mark !== '')
  const links: Record<string, string> = {}
  for (const mark of marks) {
    const [key = '', id] = mark.split('=')
    if (id !== undefined && LINKS.some((link) => link === key)) links[key] = id
    else if (mark !== 'exact' && mark !== 'weak') context.addIssue(`"${mark}" is no mark of a name: ${line}`)
  }
  const names = splitForms(rest)
  if (names.length === 0) context.addIssue(`a line without a name: ${line}`)
  return { forms: names, links, exact: marks.includes('exact'), weak: marks.includes('weak') }
}

/** Names of one type. */
const knownGroup = z.object({
  type: entityType,
  subtype: subtype.optional(),
  reason: z.string(),
  names: z.string().transform((text, context) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => knownRow(line.trim(), context)),
  ),
})
export type KnownGroup = z.infer<typeof knownGroup> & { readonly id: string }

export function loadKnownGroups(source: LanguageData): KnownGroup[] {
  const file = 'names/known.yaml'
  const checked = z.record(z.string(), knownGroup).safeParse(source.rows(file))
  if (!checked.success) throw invalid(source, file, z.prettifyError(checked.error).replaceAll('\n', ' '))
  return Object.entries(checked.data).map(([id, group]) => ({ id, ...group }))
}
