import { bestOf } from './best.ts'

export const lemmas = bestOf('lemmas', 'tags.mix', {
  learntFrom: 'UD English EWT and GUM',
  gives: 'the number of the edit that makes each word its lemma',
})
