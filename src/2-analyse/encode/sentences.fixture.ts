/** Sentences of our own, their words apart as UD has them. */
export const SENTENCES: readonly (readonly string[])[] = [
  'Arendia signed a ceasefire with Borland on Monday , officials said .',
  "The talks , which began in March , were suspended after the attack on Velmar 's embassy .",
  "President Ilse Maren did n't rule out sanctions against the northern militias .",
  '“ We will answer any strike within hours , ” the Cassian defence minister told reporters .',
  'Troops were ordered by the council to withdraw from the border town .',
  "According to two diplomats , Borland 's foreign minister Tomas Reyl had been asked to resign .",
  'If the parties fail to agree , the observers would leave , the report warned .',
  'About 3,500 fighters and their families are believed to have crossed into Cassia since 2024 .',
  'Neither Arendia nor Velmar has confirmed the meeting .',
  'The union demanded higher wages , shorter hours and an end to the emergency decree .',
  'Reyl , 54 , denied that he had met the rebels ; his spokesman refused to comment .',
  'Who gave the order ?',
  'Ceasefire holds , for now',
  'EU - backed monitors',
].map((line) => line.split(' '))
