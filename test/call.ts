import { CommanderError } from 'commander'
import { vi } from 'vitest'
import { buildProgram } from '../src/shells/cli/commands.ts'
import { complain, statusOf } from '../src/shells/cli/errors.ts'
import type { Run } from './program.ts'

/** A command in this process, as main.ts runs it: what it prints, and its exit status. Starting a process costs seconds. */
export async function call(args: readonly string[]): Promise<Run> {
  const printed = { stdout: [] as string[], stderr: [] as string[] }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => printed[stream].push(String(text)) > 0),
  )
  let status = 0
  try {
    await buildProgram((exit) => (status = exit)).parseAsync(['node', 'readout', ...args])
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      complain(error)
      status = statusOf(error)
    }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return { status, stdout: printed.stdout.join(''), stderr: printed.stderr.join('') }
}
