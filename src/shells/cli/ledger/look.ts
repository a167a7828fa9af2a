import type { Look } from '../../../export/answers/index.ts'
import { painted, plain } from '../../../export/paint.ts'

/** Colours where a person looks on: a terminal, and NO_COLOR unset (FORCE_COLOR sets them anyway). */
export function lookHere(): Look {
  const { FORCE_COLOR, NO_COLOR } = process.env
  const colour = FORCE_COLOR ? FORCE_COLOR !== '0' : Boolean(process.stdout.isTTY) && !NO_COLOR
  return { paint: colour ? painted : plain, width: process.stdout.columns ?? 100 }
}
