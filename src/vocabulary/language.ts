import { ReadoutError } from '../model/errors.ts'
import { type DataSource, openData } from './source.ts'

/** The languages that have a folder of their own below data/. The id is the BCP 47 tag. */
export const LANGUAGES = ['en'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each language has of its own; everything else below data/ is the same for all. */
const FOLDERS: ReadonlySet<string> = new Set(['lexicon', 'frames', 'names'])

/** data/ as one language sees it: `lexicon/grammar.yaml` is the file of that name below the language's folder. */
export interface LanguageData extends DataSource {
  readonly language: Language
}

const isLanguage = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag)

/** Throws ReadoutError `usage` if the program has no data of the language. */
export function openLanguage(language: string, source: DataSource = openData()): LanguageData {
  if (!isLanguage(language))
    throw new ReadoutError('usage', `the language "${language}" is not known; known languages: ${LANGUAGES.join(', ')}`)
  const resolve = (name: string): string => (FOLDERS.has(name.split('/')[0]!) ? `${language}/${name}` : name)
  return {
    language,
    rows: (name) => source.rows(resolve(name)),
    text: (name) => source.text(resolve(name)),
    bytes: (name) => source.bytes(resolve(name)),
    path: (name) => source.path(resolve(name)),
    digest: (prefix) => source.digest(resolve(prefix)),
  }
}
