import type { Command } from 'commander'
import { ReadoutError } from '../../../model/errors.ts'
import { DONE, PARTLY } from '../errors.ts'
import { print } from '../output.ts'
import { placeOf, withOpen } from './open.ts'
import { type LedgerOptions, withLedger } from './options.ts'

type Finish = (status: number) => void

async function backup(file: string, options: LedgerOptions): Promise<number> {
  await withOpen(options, (ledger) => ledger.backup(file))
  await print(
    options.json
      ? `${JSON.stringify({ backup: file })}\n`
      : `written to ${file}: readout restore ${file} --ledger FOLDER opens it\n`,
  )
  return DONE
}

async function restoreFrom(file: string, options: LedgerOptions): Promise<number> {
  const place = placeOf(options)
  if (!('folder' in place))
    throw new ReadoutError(
      'usage',
      'a server restores its own backups: psql "$DATABASE_URL" < FILE; name a folder with --ledger',
    )
  const { restore } = await import('../../../ledger.ts')
  await restore(file, place.folder)
  await print(options.json ? `${JSON.stringify({ ledger: place.folder })}\n` : `restored to ${place.folder}\n`)
  return DONE
}

async function examine(options: LedgerOptions): Promise<number> {
  const findings = await withOpen(options, (ledger) => ledger.doctor())
  const lines = findings.map((f) => `${f.code}  ${f.message}  (${f.row})\n`)
  const told = findings.length === 0 ? 'All promises that can be checked in place hold.\n' : lines.join('')
  await print(options.json ? `${JSON.stringify(findings, null, 2)}\n` : told)
  return findings.length === 0 ? DONE : PARTLY
}

export function registerUpkeep(program: Command, finish: Finish): void {
  withLedger(program.command('backup').description('write a copy of the ledger to a file').argument('<file>'))
    .addHelpText('after', '\nExample:\n  readout backup ledger.tar.gz')
    .action(async (file: string, o: LedgerOptions) => finish(await backup(file, o)))
  withLedger(
    program.command('restore').description('make a ledger from a backup; never over another').argument('<file>'),
  )
    .addHelpText('after', '\nExample:\n  readout restore ledger.tar.gz --ledger ./restored')
    .action(async (file: string, o: LedgerOptions) => finish(await restoreFrom(file, o)))
  withLedger(program.command('doctor').description('check every promise of the ledger that can be checked in place'))
    .addHelpText('after', '\nExample:\n  readout doctor')
    .action(async (o: LedgerOptions) => finish(await examine(o)))
}
