/** The labels of names: BILOU places of six types, and O for a word in no name. */
import type { Example } from './corpora.ts'

export const TYPES = ['person', 'place', 'organization', 'nationality', 'event', 'other']
export const LABELS = ['O', ...TYPES.flatMap((type) => ['B', 'I', 'L', 'U'].map((place) => `${place}-${type}`))]

/** The label of each word, by its place in LABELS. */
export function labelsOf({ words, names }: Example): number[] {
  const labels = words.map(() => 'O')
  for (const { first, last, type } of names)
    for (let k = first; k <= last; k++)
      labels[k] = `${first === last ? 'U' : k === first ? 'B' : k === last ? 'L' : 'I'}-${type}`
  return labels.map((label) => LABELS.indexOf(label))
}
