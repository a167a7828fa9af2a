import { spawnSync } from 'node:child_process'

/** What a program prints; throws if it fails. */
export function run(command: string, args: readonly string[], env: Record<string, string> = {}): string {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...env } })
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${done.status}): ${done.stderr}`)
  return done.stdout
}
