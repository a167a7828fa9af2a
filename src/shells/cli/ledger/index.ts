import type { Command } from 'commander'
import { registerAdd } from './add-command.ts'
import { registerQuestions } from './ask.ts'
import { registerExport } from './export.ts'
import { registerJudgements } from './judge.ts'
import { registerReview } from './review-command.ts'
import { registerUpkeep } from './upkeep.ts'
import { registerWatch } from './watch-command.ts'
import { registerWork } from './work-command.ts'

/** The commands that keep, ask and judge. */
export function registerLedger(program: Command, finish: (status: number) => void): void {
  registerAdd(program, finish)
  registerWatch(program, finish)
  registerWork(program, finish)
  registerQuestions(program, finish)
  registerExport(program, finish)
  registerReview(program, finish)
  registerJudgements(program, finish)
  registerUpkeep(program, finish)
}
