import { child } from './content.ts'
import type { AttributionContext } from './context.ts'
import type { Found } from './found.ts'
import { phrase } from './sources.ts'

/** Who is cited beside a verb of saying or its subject: the verb that cites him, and the noun. */
function citedBeside(
  context: AttributionContext,
  saying: number,
  source: number | undefined,
): { cue: number; noun: number; rule: string } | null {
  const ofSource = source === undefined ? [] : context.tree.children(source)
  for (const cue of [...context.tree.children(saying), ...ofSource]) {
    const { lemma, xpos, deprel } = context.tokens[cue]!
    const citing = xpos === 'VBG' || deprel === 'acl:relcl'
    const row = citing ? context.cues.citing.get(lemma.toLowerCase()) : undefined
    const noun = row ? child(context, cue, ['obj']) : undefined
    if (row === undefined || noun === undefined) continue
    if (context.namedAt(noun) || row.nouns.includes(context.tokens[noun]!.lemma.toLowerCase()))
      return { cue, noun, rule: row.id }
  }
  return null
}

/** "The agency reported, citing an officer": the officer says what the agency does, and the agency has it from him. */
export function withCited(context: AttributionContext, said: readonly Found[]): Found[] {
  const cited = said.flatMap((by): Found[] => {
    const found =
      by.cueToken === undefined || by.sense !== 'speech' ? null : citedBeside(context, by.cueToken, by.sourceToken)
    const source = found && phrase(context, found.noun, found.cue)
    if (!found || !source) return []
    const { cue, noun, rule } = found
    return [
      {
        source: source.ranges,
        sourceToken: noun,
        cue: [{ first: cue, last: cue }],
        cueToken: cue,
        content: by.content,
        rule,
        reportedBy: by.cueToken!,
        sense: 'speech',
      },
    ]
  })
  const cues = new Set(cited.map(({ cueToken }) => cueToken))
  return [...said.filter(({ cueToken }) => cueToken === undefined || !cues.has(cueToken)), ...cited]
}
