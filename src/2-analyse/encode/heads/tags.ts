import { bestOf } from './best.ts'

export const tags = bestOf('tags', 'tags.mix', {
  learntFrom: 'UD English EWT and GUM',
  gives: 'the number of each word’s tag, universal and Penn',
})
