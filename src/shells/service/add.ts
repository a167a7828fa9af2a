import type { Added, Provenance } from '../../ledger.ts'
import type { Reading } from '../../model/index.ts'
import type { KeepInput } from './schemas/input.ts'
import { type Service, taskOf } from './service.ts'

/** What became of one of many reports. */
export interface AddedOne {
  readonly index: number
  readonly added?: Added
  readonly error?: Error
}

export const addReading = ({ ledger }: Pick<Service, 'ledger'>, json: string, kept: Provenance): Promise<Added> =>
  ledger.addReading(JSON.parse(json) as Reading, kept)

const keptOf = ({ id, group }: KeepInput): Provenance => ({
  ...(id === undefined ? {} : { sourceId: id }),
  ...(group === undefined ? {} : { publisherGroup: group }),
})

async function read(service: Service, { id: _id, group: _group, ...report }: KeepInput): Promise<string> {
  return service.readings.read(await taskOf(report, service.reach))
}

/** Reads in threads, keeps one after another in the order given. A report that cannot be read is told, and the rest goes on. */
export async function* addAll(service: Service, inputs: readonly KeepInput[]): AsyncGenerator<AddedOne> {
  const ahead = service.readings.threads * 2
  const readings = new Map<number, Promise<string>>()
  const start = (index: number): void => {
    const input = inputs[index]
    if (!input) return
    const reading = read(service, input)
    reading.catch(() => undefined)
    readings.set(index, reading)
  }
  for (let index = 0; index < ahead; index++) start(index)
  for (const [index, input] of inputs.entries()) {
    try {
      yield { index, added: await addReading(service, await readings.get(index)!, keptOf(input)) }
    } catch (error) {
      yield { index, error: error as Error }
    }
    readings.delete(index)
    start(index + ahead)
  }
}
