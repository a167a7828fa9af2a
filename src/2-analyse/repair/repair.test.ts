import { describe, expect, it } from 'vitest'
import { createReader } from '../../read.ts'

const reader = createReader()
const analyse = (text: string) => reader.analyse({ text, publishedAt: '2024-05-15' })

/** A word with its part of speech, its relation and the word it hangs on. */
function wordIn(text: string, word: string): string {
  const { tokens } = analyse(text)
  const found = tokens.find((token) => token.text === word)!
  return `${found.upos} ${found.deprel} ${tokens[found.head]?.text ?? '-'}`
}

const peopleIn = (text: string): string[] =>
  analyse(text)
    .entities.filter(({ type }) => type === 'person')
    .map(({ start, end }) => text.slice(start, end))

describe('nouns that are verbs', () => {
  it.each([
    ['Arendia plans to withdraw its troops', 'plans', 'VERB root -'],
    ['Arendia plans to withdraw its troops', 'Arendia', 'PROPN nsubj plans'],
    ['The plans to withdraw were dropped.', 'plans', 'NOUN nsubj:pass dropped'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('pasts of verbs that have no passive', () => {
  it.each([
    ['Arendia promised to lift its sanctions if the truce held.', 'Arendia', 'PROPN nsubj promised'],
    ['Iran retaliated with missiles.', 'Iran', 'PROPN nsubj retaliated'],
    ['The banks were ordered to close.', 'banks', 'NOUN nsubj:pass ordered'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('verbs after "until" that are taken for nouns', () => {
  it.each([
    ['The truce will not take effect until the two sides exchange prisoners.', 'exchange', 'VERB advcl take'],
    ['The truce will not take effect until the two sides exchange prisoners.', 'sides', 'NOUN nsubj exchange'],
    ['Fighting will not stop until the two armies exchange detainees.', 'armies', 'NOUN nsubj exchange'],
    ['The convoys will wait until the exchange of prisoners ends.', 'exchange', 'NOUN nsubj ends'],
    ['Nobody will leave until the prisoner exchange.', 'exchange', 'NOUN obl leave'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('"had" that helps a participle', () => {
  it.each([
    ['General Orsa said that the attackers had used mortars.', 'used', 'VERB ccomp said'],
    ['General Orsa said that the attackers had used mortars.', 'attackers', 'NOUN nsubj used'],
    ['The army had the village burned.', 'had', 'VERB root -'],
    ['The rebels had to leave.', 'had', 'VERB root -'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('verbs that stand beside the verb above', () => {
  it.each([
    ['The ministers agreed to set up a panel and condemned the raid.', 'condemned', 'VERB conj agreed'],
    ['The ministers agreed to set up a panel and condemn the raid.', 'condemn', 'VERB conj set'],
    ['The ministry denied that its forces had fired and blamed the rebels.', 'blamed', 'VERB conj denied'],
    ['The ministry denied that its forces had fired and killed two men.', 'killed', 'VERB conj fired'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('"provided" that opens a condition', () => {
  it.each([
    ['Aid will resume provided that an audit is completed.', 'provided', 'SCONJ mark completed'],
    ['Aid will resume provided that an audit is completed.', 'completed', 'VERB advcl resume'],
    ['Aid will resume provided an audit is completed.', 'completed', 'VERB advcl resume'],
    ['The law provided that all citizens pay.', 'provided', 'VERB root -'],
    ['Arendia provided aid.', 'provided', 'VERB root -'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('participles that are the verb of a whole sentence', () => {
  it.each([
    ['Arendia accused Borland of shelling the port.', 'Arendia', 'PROPN nsubj accused'],
    ['Arendia accused Borland of shelling the port.', 'Borland', 'PROPN obj accused'],
    ['Arendia invaded Cassia on Friday.', 'Arendia', 'PROPN nsubj invaded'],
    ['Arendia provided weapons.', 'weapons', 'NOUN obj provided'],
    ['Arendia accused of theft.', 'Arendia', 'PROPN nsubj:pass accused'],
    ['Arendia-backed rebels.', 'backed', 'VERB amod rebels'],
    ['Cassia was accused by Borland.', 'Cassia', 'PROPN nsubj:pass accused'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('"due to" before an infinitive', () => {
  it.each([
    ['The ministers are due to meet in Tarn.', 'ministers', 'NOUN nsubj due'],
    ['The ministers are due to meet in Tarn.', 'meet', 'VERB xcomp due'],
    ['The two leaders are due to meet on Friday.', 'due', 'ADJ root -'],
    ['The trial was due to begin on Monday.', 'begin', 'VERB xcomp due'],
    ['The bill, which is due to pass, was criticised.', 'due', 'ADJ acl:relcl bill'],
    ['The delay was due to rain.', 'rain', 'NOUN root -'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('the mark at the end', () => {
  it.each([
    ['The bridge was closed, Reuters reported, citing Ana Reyes.', '.', 'PUNCT punct reported'],
    ['Ana Reyes said that the bridge was closed.', '.', 'PUNCT punct said'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('what a conjunction opens', () => {
  const thrice = 'The agency reported that the mayor said the firm had announced that the plant was shut.'
  const heads = (text: string): string[] => {
    const { tokens } = analyse(text)
    return tokens.filter(({ deprel }) => deprel === 'mark').map(({ head }) => tokens[head]!.text)
  }
  it.each([
    [thrice, ['said', 'shut']],
    ['The mayor said that the firm had announced that the plant was shut.', ['announced', 'shut']],
    ['The mayor said the firm agreed that the plant was unsafe.', ['unsafe']],
  ])('%s', (text, expected) => expect(heads(text)).toEqual(expected))
})

describe('what somebody is called on to do', () => {
  it.each([
    ['The prime minister called on both sides to keep the accord.', 'keep', 'VERB xcomp called'],
    ['Cassia called on Velmar to free the prisoners.', 'free', 'VERB xcomp called'],
    ['Cassia called on Velmar to free the prisoners.', 'Cassia', 'PROPN nsubj called'],
    ['The minister was called on Monday to free the prisoners.', 'minister', 'NOUN nsubj:pass called'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('what a hearer is told', () => {
  it.each([
    ['An official told the Northern Post that payments could resume.', 'resume', 'VERB ccomp told'],
    ['An official met the envoy that Arendia sends each year.', 'sends', 'VERB acl:relcl envoy'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('who stands before the last word', () => {
  const text = 'Talks will be held if both sides agree on a mediator, two sources familiar with the talks said.'
  it.each([
    [text, 'sources', 'NOUN nsubj said'],
    ['The talks will go on, as the envoy said.', 'envoy', 'NOUN nsubj said'],
    ['The talks will go on, which nobody said.', 'nobody', 'PRON nsubj said'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('what a saying in the middle leaves to the sentence', () => {
  const taken =
    'Troops retook the town after days of fighting, residents and a military source said, hours before a deadline expired.'
  const dead = "Three men were among the dead, the group's director, Marta Quill, told the Lissan Post by telephone."
  const ties =
    'Arendia and Borland will restore ties, the two countries announced on Tuesday, ending a decade of enmity.'
  it.each([
    [taken, 'residents', 'NOUN nsubj said'],
    [taken, 'source', 'NOUN conj residents'],
    [taken, 'said', 'VERB parataxis retook'],
    [taken, 'expired', 'ADJ advcl retook'],
    [dead, 'director', 'NOUN nsubj told'],
    [ties, 'ending', 'VERB advcl restore'],
    [ties, 'countries', 'NOUN nsubj announced'],
    [ties, 'announced', 'VERB parataxis restore'],
    ['The minister will resign, his office said on Monday, bowing to protest.', 'bowing', 'VERB advcl resign'],
    ['Police freed the hostages, a spokesman said, minutes before a deadline expired.', 'said', 'VERB parataxis freed'],
    ['The talks failed, an official said, speaking on condition of anonymity.', 'speaking', 'VERB advcl said'],
    ['Troops left the town, the army said, adding that it was quiet.', 'adding', 'VERB advcl said'],
    ['He met the envoy, a diplomat, and said that talks had failed.', 'diplomat', 'NOUN appos envoy'],
    ['People have fled since fighting resumed in March.', 'fighting', 'NOUN nsubj resumed'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('what stands beside what is said', () => {
  const both = 'The ministry says that six died, while residents say that 27 did.'
  const march = 'Thousands demonstrated in the capital, police said; organisers spoke of more.'
  it.each([
    [both, 'say', 'VERB advcl says'],
    ['The ministry says that six died while residents slept.', 'slept', 'VERB advcl died'],
    [march, 'demonstrated', 'VERB ccomp said'],
    [march, 'Thousands', 'NOUN nsubj demonstrated'],
    [march, 'police', 'NOUN nsubj said'],
    ['Monitors put the number of displaced at 5,000.', 'displaced', 'NOUN nmod number'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('particles before a number', () => {
  it.each([
    ['The rebels will hand over 31 soldiers.', 'over', 'ADP compound:prt hand'],
    ['Velmar turned over 14 prisoners.', 'over', 'ADP compound:prt turned'],
    ['The army killed over 31 rebels.', 'over', 'ADV advmod 31'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('times before a subject', () => {
  it.each([
    ['On 3 November Arendian artillery shelled the village.', 'artillery', 'NOUN nsubj shelled'],
    ['On Monday Arendian troops entered the town.', 'Monday', 'PROPN obl entered'],
    ['On Monday night troops entered the town.', 'night', 'NOUN obl entered'],
    ['In June 2023 Velmari forces captured the pass.', 'June', 'PROPN obl captured'],
    ['In March elections the party won 40 seats.', 'March', 'PROPN compound elections'],
    ['Monday talks failed.', 'Monday', 'PROPN compound talks'],
    ['On 5 May Rwandan artillery shelled the village.', 'artillery', 'NOUN nsubj shelled'],
    ['On 5 May Rwandan artillery shelled the village.', 'Rwandan', 'PROPN amod artillery'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('the past tense behind an aside', () => {
  it.each([
    ['President Ana Orsa of Velmar, in Port Halden, called on Cassia to leave.', 'called', 'VERB root -'],
    ['President Ana Orsa of Velmar, in Port Halden, called on Cassia to leave.', 'Ana', 'PROPN nsubj called'],
    ['Ana Orsa, the president of Velmar, called on Cassia to withdraw its troops.', 'called', 'VERB root -'],
    ['Two soldiers, killed on Monday, were buried.', 'killed', 'VERB acl soldiers'],
  ])('%s %s', (text, word, expected) => expect(wordIn(text, word)).toBe(expected))
})

describe('names that act', () => {
  const namesIn = (text: string): string[] =>
    analyse(text).entities.flatMap(({ start, end, type }) => (type === 'title' ? [] : [text.slice(start, end)]))
  it.each([
    ['Borland recalled its ambassador.', ['Borland']],
    ['Kessaly accuses Borland of shelling the port.', ['Kessaly', 'Borland']],
    ['Lawmakers rejected the plan.', []],
    ['Hundreds crossed the border.', []],
    ['One Republican threatened to leave.', []],
    ['Opponents accuse the army of theft.', []],
  ])('%s', (text, names) => expect(namesIn(text)).toEqual(names))
})

describe('names that an office tells', () => {
  it.each([
    ['“We go on,” said jihad council head Syed Ramuddin, who left.', ['Syed Ramuddin']],
    ['The chief minister Mehbooba Ramti welcomed the news.', ['Mehbooba Ramti']],
    ['The leader of Borland left.', []],
  ])('%s', (text, names) => expect(peopleIn(text)).toEqual(names))
})

describe('what was ordered, with a time before it', () => {
  it('is the complement of the order', () => {
    expect(wordIn('The president ordered the army last week to destroy the camp.', 'destroy')).toBe(
      'VERB xcomp ordered',
    )
  })
})
