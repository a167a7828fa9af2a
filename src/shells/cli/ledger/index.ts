import type { Command } from 'commander'
import { registerAdd } from './add.ts'
import { registerQuestions } from './ask.ts'

/** The commands that keep, ask and judge. */
export function registerLedger(program: Command, finish: (status: number) => void): void {
  registerAdd(program, finish)
  registerQuestions(program, finish)
}
