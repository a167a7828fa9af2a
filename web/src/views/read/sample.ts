import type { Draft } from './draft.ts'

/** A dispatch of our own about invented states: a denial, a condition, a figure, and the word of an aide as a radio station has it. */
export const SAMPLE: Draft = {
  title: 'Borland closes the Orsk crossing',
  publisher: 'Tarn Dispatch',
  publishedAt: '2025-11-13',
  url: '',
  text: `ORSK — Borland closed the Orsk crossing on Monday, the Velmari Red Cross said.

Velmar's foreign minister, Sela Marrin, denied that Velmar had sent soldiers to the crossing. "We will not talk under a closed gate," Marrin told reporters in Velmar City on Wednesday.

Oskar Lindahl, Borland's foreign minister, said that Borland would reopen the crossing if Velmar withdrew its border guards. According to Radio Tarn, an aide to Lindahl said that Velmar had attacked a patrol near Orsk on Sunday.

The Velmari Red Cross said that about 1,200 people had fled from Orsk. Cassia offered to host talks between Velmar and Borland. President Davo Imrel may meet Hanne Vriss, the president of Borland, in Orsk next week.
`,
}
