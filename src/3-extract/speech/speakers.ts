import type { Analysis, Attribution } from '../../model/analysis.ts'
import type { ActorId } from '../../model/records.ts'
import type { Channels } from '../../vocabulary/channels.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import { nameBeside } from './beside.ts'
import type { ActorsAt } from './ground.ts'
import { firstEntityFrom, firstTokenFrom } from './ground.ts'
import { makersOf, voiceAt } from './makers.ts'

type Speakers = readonly ActorId[]

const PERSONAL = /^(he|she|they|i|we)$/i

/** What the search for speakers keeps of the attributions it has passed. */
interface Memory {
  /** Of the last attribution with a speaker. */
  speakers: Speakers
  /** Its sentence. */
  sentence: number
  /** Of the last quotation in the speaker's own words, and the token after it. */
  quoted: Speakers
  quotedTo: number
  quotedEnd: number
}

/** Whether a person is named between two places of the text. */
function personBetween(analysis: Analysis, from: number, to: number): boolean {
  const people = analysis.entities
  const first = firstEntityFrom(people, firstTokenFrom(analysis, from))
  for (let k = first; k < people.length && people[k]!.start < to; k++) if (people[k]!.type === 'person') return true
  return false
}

const paragraphAt = (analysis: Analysis, token: number): number =>
  analysis.sentences[analysis.tokens[token]!.sentence]!.paragraph

/** "“…,” the general said. “…,” he said.": where nobody was named between, the pronoun goes on with the speaker before. */
function goesOn(analysis: Analysis, { content, mode, sourceToken }: Attribution, memory: Memory): boolean {
  if (mode !== 'direct' || sourceToken === undefined || memory.quoted.length === 0) return false
  if (!PERSONAL.test(analysis.tokens[sourceToken]!.text)) return false
  const start = content[0]!.start
  if (start < memory.quotedEnd || paragraphAt(analysis, sourceToken) - memory.quotedTo > 1) return false
  return !personBetween(analysis, memory.quotedEnd, start)
}

/** Whether the subject is a pronoun that may take up who spoke in the sentence before, or earlier in its own. */
function follows(
  { tokens }: Analysis,
  { sourceToken, parent }: Attribution,
  { pronouns }: Channels,
  { speakers, sentence }: Memory,
): boolean {
  const { text, sentence: own } = tokens[sourceToken!]!
  if (parent !== undefined || speakers.length === 0 || !pronouns.has(text.toLowerCase())) return false
  return own - sentence <= 1
}

/** "He added": who spoke last goes on. */
function carriesOn(analysis: Analysis, attribution: Attribution, channels: Channels, memory: Memory): boolean {
  const { clause } = attribution
  if (clause === undefined || !channels.continues.has(analysis.clauses[clause]!.lemma.toLowerCase())) return false
  return follows(analysis, attribution, channels, memory)
}

function speakersOf(
  analysis: Analysis,
  attribution: Attribution,
  actors: ActorsAt,
  channels: Channels,
  memory: Memory,
): Speakers {
  const { sourceToken, clause } = attribution
  if (sourceToken === undefined) return []
  if (goesOn(analysis, attribution, memory)) return memory.quoted
  const voice = voiceAt(analysis, sourceToken, channels)
  if (voice !== null) {
    const makers = makersOf(analysis, attribution, channels, actors.actorsAt)
    if (makers.length > 0) return makers
    if (!voice.own && memory.speakers.length > 0) return memory.speakers
  }
  if (carriesOn(analysis, attribution, channels, memory)) return memory.speakers
  const name = nameBeside(analysis, attribution)
  const own = actors.actorsAt(name ?? sourceToken)
  if (own.length === 0 && follows(analysis, attribution, channels, memory)) return memory.speakers
  if (own.length > 0 || clause === undefined) return own
  const subject = analysis.clauses[clause]!.arguments.find((a) => a.role === 'subject')
  return subject ? actors.actorsAt(subject.head) : []
}

function remember(
  analysis: Analysis,
  { mode, content, cue, sourceToken, parent }: Attribution,
  speakers: Speakers,
  memory: Memory,
): void {
  if (parent !== undefined) return
  memory.speakers = speakers
  memory.sentence = analysis.tokens[firstTokenFrom(analysis, (cue[0] ?? content[0]!).start)]!.sentence
  if (mode !== 'direct' || sourceToken === undefined) return
  memory.quoted = speakers
  memory.quotedEnd = Math.max(content.at(-1)!.end, cue.at(-1)?.end ?? 0, analysis.tokens[sourceToken]!.end)
  memory.quotedTo = paragraphAt(analysis, firstTokenFrom(analysis, content.at(-1)!.end - 1))
}

/**
 * The actors who speak in each attribution. A statement or a tweet speaks for whoever made it; one that names no maker
 * ("the statement also said") for the maker of the one before, or for itself ("reports said", "the autopsy showed").
 */
export function findSpeakers(
  analysis: Analysis,
  { channels }: Pick<Vocabulary, 'channels'>,
  actors: ActorsAt,
): readonly Speakers[] {
  const memory: Memory = { speakers: [], sentence: -2, quoted: [], quotedTo: 0, quotedEnd: 0 }
  return analysis.attributions.map((attribution) => {
    const found = speakersOf(analysis, attribution, actors, channels, memory)
    if (found.length > 0) remember(analysis, attribution, found, memory)
    return found
  })
}
