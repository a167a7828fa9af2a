import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { PROGRAM, ROOT } from './program.ts'

/** The built program at work in the background. */
export interface Child {
  /** What it said that the test waited for. */
  readonly told: RegExpMatchArray
  readonly output: () => string
  readonly errors: () => string
  /** Resolves with the exit status when it has ended, or with the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
  kill(signal: NodeJS.Signals): Promise<void>
}

/** Milliseconds: a test may act as soon as there is something to see. */
const POLL = 5
const NOTHING = [] as unknown as RegExpMatchArray

/** Starts a command and waits until it says (on standard output) or does something. */
export async function start(
  args: readonly string[],
  until: RegExp | (() => boolean | Promise<boolean>),
  env: Record<string, string> = {},
): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  })
  let output = ''
  let errors = ''
  let over = false
  child.stdout!.on('data', (data: Buffer) => (output += String(data)))
  child.stderr!.on('data', (data: Buffer) => (errors += String(data)))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('close', (status, signal) => resolve(status ?? signal)),
  )
  void ended.then(() => (over = true))
  const seen = async () => (until instanceof RegExp ? output.match(until) : (await until()) ? NOTHING : null)
  let told = await seen()
  while (!told) {
    if (over) throw new Error(`readout ${args[0]} ended: ${errors}`)
    await sleep(POLL)
    told = await seen()
  }
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    await ended
  }
  return { told, output: () => output, errors: () => errors, ended, kill }
}
