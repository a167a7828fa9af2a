import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REPAIRS } from './list.ts'

describe('the list of repairs', () => {
  it('has each repair once, under the name of its file', () => {
    const ids = REPAIRS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !existsSync(new URL(`./${id}.ts`, import.meta.url)))).toEqual([])
  })
})
