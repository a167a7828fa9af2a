import type { Analysis, Entity, Token } from '../model/analysis.ts'

const publicToken = (token: Token, first: number) => ({
  start: token.start,
  end: token.end,
  text: token.text,
  lemma: token.lemma,
  upos: token.upos,
  xpos: token.xpos,
  head: token.head < 0 ? 0 : token.head - first + 1,
  deprel: token.deprel,
})

const publicEntity = ({ first: _first, last: _last, ...entity }: Entity) => entity

/** The analysis as ANALYSIS.md lays it down: heads counted in the sentence from 1, no indexes of ours. */
export function publicAnalysis(analysis: Analysis) {
  const chainOf = new Map(
    analysis.chains.flatMap((chain) => chain.mentions.map((m) => [`${m.start}-${m.end}`, chain.id])),
  )
  return {
    document: analysis.document,
    sentences: analysis.sentences.map(({ start, end, first, last }) => ({
      start,
      end,
      tokens: analysis.tokens.slice(first, last + 1).map((token) => publicToken(token, first)),
    })),
    entities: analysis.entities.map((entity) => {
      const chain = chainOf.get(`${entity.start}-${entity.end}`)
      return { ...publicEntity(entity), ...(chain ? { chain } : {}) }
    }),
    chains: analysis.chains.map(({ id, type, name, mentions }) => ({
      id,
      type,
      name,
      mentions: mentions.map(({ start, end, head, form }) => ({ start, end, head, form })),
    })),
    times: analysis.times,
    quantities: analysis.quantities.map(({ token: _token, counted: _counted, ...quantity }) => quantity),
    quotations: analysis.quotations.map(({ start, end, level }) => ({ start, end, level })),
    attributions: analysis.attributions.map(({ source, cue, content, chain, mode, parent }) => ({
      source,
      cue,
      content,
      ...(chain === undefined ? {} : { chain }),
      mode,
      ...(parent === undefined ? {} : { parent }),
    })),
    predicates: analysis.predicates.map(({ start, end, lemma, polarity, certainty, realis, attribution }) => ({
      start,
      end,
      lemma,
      polarity,
      certainty,
      realis,
      ...(attribution === undefined ? {} : { attribution }),
    })),
    places: analysis.places,
  }
}

export type PublicAnalysis = ReturnType<typeof publicAnalysis>
