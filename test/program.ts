import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
export const PROGRAM = path.join(ROOT, 'dist', 'readout.mjs')

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built program as a user would. */
export function readout(
  args: readonly string[],
  input: string | Uint8Array = '',
  env: Record<string, string> = {},
): Run {
  if (!existsSync(PROGRAM)) throw new Error('dist/readout.mjs is missing: run npm run build (npm test does so first)')
  const run = spawnSync(process.execPath, [PROGRAM, ...args], {
    input,
    encoding: 'utf8',
    cwd: ROOT,
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  })
  return { status: run.status, stdout: run.stdout, stderr: run.stderr }
}
