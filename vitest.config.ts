import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** The browser's tests take longest: begun last, they would run alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = (file: TestSpecification): boolean => file.moduleId.includes('/test/web/')
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/**
 * Tests that leave nothing behind in their process share what is loaded once, which takes as long as what they do: those of
 * pure functions, and those that open a ledger or a server each of its own.
 */
const PURE = ['model', 'vocabulary', '1-receive', '2-analyse', '3-extract', '4-resolve', '6-answer', 'export'].map(
  (room) => `src/${room}/**/*.test.ts`,
)

const SERVED = ['src/5-ledger', 'src/shells/http', 'src/shells/mcp', 'test/ledger'].map((room) => `${room}/**/*.test.ts`)

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Half of the time a test waits for a browser, a server or a process.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'served', include: SERVED, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          globalSetup: ['test/provide-story.ts'],
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...PURE, ...SERVED, 'node_modules/**'],
        },
      },
    ],
  },
})
