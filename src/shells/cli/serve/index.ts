import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { ROLES } from '../../access/roles.ts'
import { untilSignal } from '../until-signal.ts'
import type { ServeOptions } from './serve.ts'
import type { TokenOptions } from './token.ts'

export const DEFAULT_PORT = 4747

function parsePort(value: string): number {
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65_535) throw new InvalidArgumentError('It must be a whole number up to 65535.')
  return port
}

function parseRate(value: string): number {
  const rate = Number(value)
  if (!Number.isInteger(rate) || rate < 1) throw new InvalidArgumentError('It must be a whole number from 1.')
  return rate
}

function parseCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1 || count > 3650)
    throw new InvalidArgumentError('It must be a whole number from 1 to 3650.')
  return count
}

const threads = (): Option =>
  new Option('--threads <n>', 'threads that read').argParser(parseCount).default(availableParallelism(), 'cores')

const LEDGER = [
  '--ledger <folder>',
  'where the ledger is (default ./readout-ledger, or the server of DATABASE_URL)',
] as const

/** The commands that keep running, and the one that makes keys for them. What they need is loaded when they are called. */
export function registerServe(program: Command, finish: (status: number) => void): void {
  program
    .command('serve')
    .description('serve the page, the HTTP API and MCP')
    .option(...LEDGER)
    .addOption(new Option('--port <n>', 'port to listen on').argParser(parsePort).default(DEFAULT_PORT))
    .option('--host <host>', 'address to listen on; any but this machine needs tokens', '127.0.0.1')
    .addOption(new Option('--rate <n>', 'requests a minute from one address').argParser(parseRate).default(1200))
    .option('--story', 'into a ledger that holds nothing, put the worked story of samples/story first')
    .option('--tokens', 'ask for tokens on this machine too')
    .option('--local', 'fetch pages from this machine and private networks too')
    .addOption(threads())
    .addHelpText(
      'after',
      '\nExample:\n  readout serve --story\n  readout token --name desk --role reader && readout serve --host 0.0.0.0',
    )
    .action(async (options: ServeOptions) => {
      const stop = untilSignal()
      finish(await (await import('./serve.ts')).serve(options, stop))
    })
  program
    .command('mcp')
    .description('speak MCP on standard input and output')
    .option(...LEDGER)
    .addOption(threads())
    .addHelpText('after', '\nExample:\n  readout mcp --ledger ./readout-ledger')
    .action(async (options: ServeOptions) => {
      const stop = untilSignal()
      finish(await (await import('./mcp.ts')).speakMcp(options, stop))
    })
  registerToken(program, finish)
}

function registerToken(program: Command, finish: (status: number) => void): void {
  program
    .command('token')
    .description('make, list or revoke the keys of a server that others reach')
    .option(...LEDGER)
    .option('--name <name>', 'whose key it is; judgements are kept under this name')
    .addOption(
      new Option('--role <role>', 'what it may do: read; keep and judge; all').choices(ROLES).default('reader'),
    )
    .addOption(new Option('--days <n>', 'how long it holds (default: until it is revoked)').argParser(parseCount))
    .option('--list', 'list the keys')
    .option('--revoke <id>', 'end a key')
    .addHelpText(
      'after',
      '\nExample:\n  readout token --name desk --role analyst --days 90\n  readout token --revoke 0f3a5c7e9b1d',
    )
    .action(async (options: TokenOptions) => finish(await (await import('./token.ts')).manageTokens(options)))
}
