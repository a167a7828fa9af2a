import type { Command } from 'commander'
import type { Answer, Question } from '../../../6-answer/index.ts'
import * as answers from '../../../6-answer/index.ts'
import * as show from '../../../export/answers/index.ts'
import type { Ledger } from '../../../ledger.ts'
import { ACTOR_TYPES, CONTRADICTIONS, EVENT_TYPES, PREDICATES } from '../../../model/index.ts'
import { DONE, PARTLY } from '../errors.ts'
import { print } from '../output.ts'
import { lookHere } from './look.ts'
import { withOpen } from './open.ts'
import { type AskOptions, collect, oneOf, parseCount, questionOf, withQuestion } from './options.ts'

type Finish = (status: number) => void

/** One question of the command line: asks, prints the rows or why there are none. An unknown name is something that could not be done. */
async function put<Row>(
  options: AskOptions,
  ask: (ledger: Ledger, question: Question) => Promise<Answer<Row>>,
  render: (answer: Answer<Row>, look: show.Look) => string,
): Promise<number> {
  const answer = await withOpen(options, (ledger) => ask(ledger, questionOf(options)))
  await print(options.json ? `${JSON.stringify(answer, null, 2)}\n` : render(answer, lookHere()))
  return answer.none?.code === 'unknown-name' ? PARTLY : DONE
}

type Chosen = AskOptions & Readonly<Record<string, unknown>>

/** What was chosen of the options that a question of its own takes, under the names that its function knows. */
const chosen = <T>(options: Chosen, names: readonly string[]): T =>
  Object.fromEntries(names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]])) as T

function whatHappened(program: Command, finish: Finish): void {
  withQuestion(
    program
      .command('timeline')
      .description('what happened, each happening once, with its reports and independent origins'),
  )
    .option('--types <list>', `kinds of event: ${EVENT_TYPES.join(', ')}`, oneOf(EVENT_TYPES))
    .addHelpText('after', '\nExample:\n  readout timeline --about Velmar --since 2025-05-01')
    .action(async (o: Chosen) =>
      finish(await put(o, (l, q) => answers.timeline(l, q, chosen(o, ['types'])), show.renderTimeline)),
    )
  withQuestion(program.command('statements').description('who said what, to whom, about what, through which channel'))
    .option('--by <name>', 'speaker; may be given again', collect)
    .option('--to <name>', 'hearer; may be given again', collect)
    .option('--channel <name>', 'channel, or a part of its name')
    .addHelpText('after', '\nExample:\n  readout statements --by "Ilara Denvoss" --about "Red Banner"')
    .action(async (o: Chosen) =>
      finish(
        await put(o, (l, q) => answers.statements(l, q, chosen(o, ['by', 'to', 'channel'])), show.renderStatements),
      ),
    )
  withQuestion(program.command('brief').description('sentences made from records, each ending in its citations'))
    .option('--sentences <n>', 'most sentences of a section', parseCount)
    .addHelpText('after', '\nExample:\n  readout brief --about Velmar --since 2025-05-01 --as-of 2025-07-31')
    .action(async (o: Chosen) =>
      finish(await put(o, (l, q) => answers.brief(l, q, chosen(o, ['sentences'])), show.renderBrief)),
    )
  withQuestion(
    program
      .command('search')
      .description('actors, reports and records by their words and fields (in: kind: type: actor: by: publisher:)')
      .argument('<words...>'),
  )
    .addHelpText(
      'after',
      '\nExample:\n  readout search ceasefire talks\n  readout search kind:event actor:Borland marines',
    )
    .action(async (words: string[], o: Chosen) =>
      finish(await put(o, (l, q) => answers.search(l, words.map(quoted).join(' '), q), show.renderSearch)),
    )
}

/** The shell has taken the quotation marks of actor:"Ilara Denvoss": they are put back. */
const quoted = (word: string): string => word.replace(/^(\w+):([^"]*\s[^"]*)$/, '$1:"$2"')

function whoIsWho(program: Command, finish: Finish): void {
  withQuestion(program.command('actors').description('whom the ledger knows, by every name'))
    .option('--types <list>', `types of actor: ${ACTOR_TYPES.join(', ')}`, oneOf(ACTOR_TYPES))
    .addHelpText('after', '\nExample:\n  readout actors --types state,armed-group')
    .action(async (o: Chosen) =>
      finish(await put(o, (l, q) => answers.actors(l, q, chosen(o, ['types'])), show.renderActors)),
    )
  withQuestion(
    program
      .command('actor')
      .description('all about one actor: offices, memberships, allies and enemies, words and deeds')
      .argument('<name>'),
  )
    .addHelpText('after', '\nExample:\n  readout actor "Highland Guard" --as-of 2025-06-01')
    .action(async (name: string, o: Chosen) =>
      finish(await put(o, (l, q) => answers.actor(l, name, q), show.renderActor)),
    )
  withQuestion(
    program.command('relations').description('who is what to whom, each with the interval over which it held'),
  )
    .option('--predicates <list>', `kinds of relation: ${PREDICATES.join(', ')}`, oneOf(PREDICATES))
    .addHelpText('after', '\nExample:\n  readout relations --predicates holdsOffice --as-of 2025-06-01')
    .action(async (o: Chosen) =>
      finish(await put(o, (l, q) => answers.relations(l, q, chosen(o, ['predicates'])), show.renderRelations)),
    )
}

function whatHangsOnWhat(program: Command, finish: Finish): void {
  withQuestion(
    program.command('agreements').description('what is agreed, what became of it, what it covers, what it hangs on'),
  )
    .addHelpText('after', '\nExample:\n  readout agreements --about Cassia')
    .action(async (o: Chosen) => finish(await put(o, answers.agreements, show.renderAgreements)))
  withQuestion(
    program.command('dependencies').description('what must happen before what, what blocks it, what it opens'),
  )
    .addHelpText('after', '\nExample:\n  readout dependencies --about "Highland Guard"')
    .action(async (o: Chosen) => finish(await put(o, answers.dependencies, show.renderDependencies)))
  withQuestion(program.command('estimates').description('how many, by whose count, over time, with a plot'))
    .option('--measure <words>', 'what is counted, or a part of it')
    .addHelpText('after', '\nExample:\n  readout estimates --about "Red Banner" --measure fighters')
    .action(async (o: Chosen) =>
      finish(await put(o, (l, q) => answers.estimates(l, q, chosen(o, ['measure'])), show.renderEstimates)),
    )
  withQuestion(
    program.command('disagreements').description('where reports contradict each other, both sides in their own words'),
  )
    .option('--types <list>', `kinds: ${CONTRADICTIONS.join(', ')}`, oneOf(CONTRADICTIONS))
    .option('--revisions', 'figures that a later report revises, too')
    .addHelpText('after', '\nExample:\n  readout disagreements --types number')
    .action(async (o: Chosen) =>
      finish(
        await put(
          o,
          (l, q) => answers.disagreements(l, q, chosen(o, ['types', 'revisions'])),
          show.renderDisagreements,
        ),
      ),
    )
}

export function registerQuestions(program: Command, finish: Finish): void {
  whatHappened(program, finish)
  whoIsWho(program, finish)
  whatHangsOnWhat(program, finish)
}
