import type { Known } from '../../../../src/6-answer/index.ts'

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** One of its names, or a word of one, begins so; accents and capitals make no difference. */
export const beginsWith = ({ name, names }: Pick<Known, 'name' | 'names'>, start: string): boolean =>
  [name, ...names].some((one) => ` ${plain(one)}`.includes(` ${plain(start)}`))
