import type { Reading } from '../../src/model/index.ts'
import { makeReading, type RecordSketch } from './make.ts'

export const RECORDS_EACH = 12

/** Report number n: some actors that recur, a dozen events; every third one changes the article before it. */
export function numbered(n: number): Reading {
  const article = n % 3 === 0 ? n - 1 : n
  const sentences = Array.from({ length: RECORDS_EACH }, (_, k) => `Envoy ${n % 7} met envoy ${k} in matter ${n}-${k}`)
  return makeReading({
    text: `${sentences.join('. ')}.`,
    url: `https://orsk.example/${article}`,
    publisher: 'Orsk Evening Post',
    publishedAt: `2031-02-${String(1 + (n % 28)).padStart(2, '0')}`,
    actors: { a: [`Envoy ${n % 7}`, 'person'], b: [`Delegation ${n % 11}`, 'organization'] },
    records: sentences.map((words): RecordSketch => ({ kind: 'event', words, actors: ['a'], recipients: ['b'] })),
  })
}
