#!/usr/bin/env node
import { CommanderError } from 'commander'
import { buildProgram } from './commands.ts'
import { complain, statusOf } from './errors.ts'

// A reader that closes its pipe ("| head") is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

const finish = (status: number): void => {
  process.exitCode = status
}

try {
  await buildProgram(finish).parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) {
    complain(error)
    finish(statusOf(error))
  }
}
