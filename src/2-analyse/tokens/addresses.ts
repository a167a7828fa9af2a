import { DOMAIN, EMAIL, take, URL } from './patterns.ts'

const CLOSES_ADDRESS = /[.,;:!?)\]}'’…]/

interface Chunk {
  readonly chunkEnd: number
  readonly mail: boolean
}

/** An address of the net without the punctuation of the sentence it stands in. */
export function takeAddress(text: string, at: number, { chunkEnd, mail }: Chunk): number {
  if (mail) {
    const end = take(EMAIL, text, at)
    if (end > 0) return end
  }
  let end = take(URL, text, at)
  if (end < 0) end = take(DOMAIN, text, at)
  if (end < 0) return -1
  end = Math.min(end, chunkEnd)
  while (end > at + 1 && CLOSES_ADDRESS.test(text[end - 1]!)) end--
  return end
}
