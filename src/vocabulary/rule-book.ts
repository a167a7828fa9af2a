import { z } from 'zod'
import { EVENT_TYPES } from '../model/records.ts'
import type { Rule } from '../model/rule.ts'
import type { LanguageData } from './language.ts'
import { checkRows } from './rows.ts'

export interface RuleBook {
  /** The rule of an id, as the field `rule` of a record has it; null where no rule is called so. */
  find(id: string): Rule | null
}

/** An example is its text, or begins with it. */
const example = z
  .union([z.string(), z.looseObject({ text: z.string() }), z.tuple([z.string()], z.unknown())])
  .transform((value) => (typeof value === 'string' ? value : Array.isArray(value) ? value[0] : value.text))
const Row = z.looseObject({
  id: z.string(),
  reason: z.string(),
  kind: z.string().optional(),
  yes: z.array(example).default([]),
  no: z.array(example).default([]),
})
type Row = z.infer<typeof Row>

const FRAMES = [
  ...EVENT_TYPES.map((type) => `frames/events/${type.toLowerCase()}.yaml`),
  ...['nouns', 'participles', 'pairs', 'bearers', 'verbs'].map((name) => `frames/relations/${name}.yaml`),
  ...['connectives', 'nouns', 'views', 'verbs'].map((name) => `frames/dependencies/${name}.yaml`),
  'lexicon/offices.yaml',
]
const CUES = ['speech', 'stance', 'evidence'].map((name) => `lexicon/cues.${name}.yaml`)
const Phrases = z.looseObject({ prepositions: z.array(Row), adverbs: z.array(Row) })

/** Steps of the program that a record may name besides rows. */
const PROGRAM: Readonly<Record<string, string>> = {
  'statement.quotation': 'Words in quotation marks are those of whoever the text beside them names.',
  'statement.signature': 'A name after a quotation that stands alone is that of its speaker.',
  'statement.label': 'A name and a colon before words say whose they are, as in an interview.',
  'agreement.named': 'An agreement is named between two parties, and no verb or modifier says what became of it.',
  'estimate.money': 'A sum of money that is no price is counted.',
  'estimate.ground': 'An area of ground is counted in its unit.',
  'estimate.goods': 'Goods are counted in their unit.',
  'estimate.who': 'A number of people is measured by what the clause after “who” says of them.',
  'estimate.share': 'A share in per cent is measured by what the sentence says it is.',
  'known-leader': 'The title names no state: the list of heads of state and government says whose it was.',
  'learned.event':
    'No row has the word in this sense: it is used as words that named such acts in the reports of the corpus.',
  'learned.relation': 'No row has the wording: it is used as wordings of such relations in the reports of the corpus.',
  'learned.dependency':
    'No row has the wording: it is used as wordings of such dependencies in the reports of the corpus.',
  former: 'Words beside the number (“an earlier toll of 27”) say that another took its place.',
}

/** Every row by the id that records give it. */
function rowsById(source: LanguageData): ReadonlyMap<string, Row> {
  const index = new Map<string, Row>()
  const add = (rows: readonly Row[], prefix = ''): void => {
    for (const row of rows) index.set(prefix + row.id.replaceAll(' ', '-'), row)
  }
  for (const file of FRAMES) add(checkRows(source, file, Row))
  for (const file of CUES) add(checkRows(source, file, Row), 'statement.')
  const { prepositions, adverbs } = Phrases.parse(source.rows('lexicon/cues.phrases.yaml'))
  add([...prepositions, ...adverbs], 'statement.')
  add(checkRows(source, 'lexicon/measures/matters.yaml', Row), 'estimate.')
  add(checkRows(source, 'lexicon/measures/tolls.yaml', Row), 'estimate.')
  const statuses = checkRows(source, 'ontology/agreements.yaml', Row).filter((row) => row.kind === 'status')
  add(statuses, 'agreement.')
  return index
}

/** "office.minister/bearer.become", "estimate.killed.former": the rows that worked together. */
const partsOf = (id: string): string[] => id.split('/').flatMap((part) => part.split(/\.(?=former$)/))

/** Rules by the ids that records give. */
export function openRuleBook(source: LanguageData): RuleBook {
  const rows = rowsById(source)
  const one = (id: string): Omit<Rule, 'id'> | null => {
    const row = rows.get(id)
    if (row) return { kind: 'row', reason: row.reason, yes: row.yes, no: row.no }
    const reason = Object.hasOwn(PROGRAM, id) ? PROGRAM[id] : undefined
    return reason === undefined ? null : { kind: 'program', reason, yes: [], no: [] }
  }
  return {
    find: (id) => {
      const parts = partsOf(id).map(one)
      const found = parts.filter((part) => part !== null)
      if (found.length < parts.length) return null
      return {
        id,
        kind: found.some((part) => part.kind === 'row') ? 'row' : 'program',
        reason: found.map((part) => part.reason).join('; '),
        yes: found.flatMap((part) => part.yes),
        no: found.flatMap((part) => part.no),
      }
    },
  }
}
