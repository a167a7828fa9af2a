import type { Vocabulary } from '../../vocabulary/index.ts'
import type { CoreferenceContext } from './context.ts'
import type { Kind, Phrase } from './mention.ts'

const NEVER_OWN: ReadonlySet<Kind> = new Set(['event', 'time', 'thing', 'animal'])
const NEVER_SAY: ReadonlySet<Kind> = new Set(['event', 'time'])
/** "This" points to what was said or to a thing. */
const NO_THIS: ReadonlySet<Kind> = new Set(['person', 'people', 'state', 'organization'])
const NONE: ReadonlySet<Kind> = new Set()
const NO_ACTORS = new Set(['place', 'agreement', 'other'])

/** Kinds that a pronoun cannot refer to because of what it is or the word it hangs on: "its leader", "it said". */
export function barredKinds(
  { pronoun, place, governor }: Phrase,
  { tokens }: CoreferenceContext,
  vocabulary: Vocabulary,
): ReadonlySet<Kind> {
  if (pronoun?.id === 'this') return NO_THIS
  if (pronoun?.person !== 3 || governor < 0) return NONE
  const { lemma } = tokens[governor]!
  if (place === 'possessor') {
    const type = vocabulary.reference.nounTypes.get(lemma.toLowerCase())
    return type && !NO_ACTORS.has(type) ? NEVER_OWN : NONE
  }
  const speaks = place === 'subject' && vocabulary.cues.verbs.get(lemma)?.some(({ cue }) => cue.sense === 'speech')
  return speaks ? NEVER_SAY : NONE
}
