import ts from 'typescript'

/** Expressions that give words of the report, by the names of what they take them from. */
const OF_TEXT = /(?:^|[.\s(!])(?:text|lemma|lower|word|words|form|preposition|marker)\b|toLowerCase|\blemma\(/i
const WORD = /^['’]?[a-z]+(?:['’ -][a-z]+)*$/
const ASKS = new Set(['has', 'includes', 'test', 'exec', 'get'])
const CUTS = new Set(['replace', 'replaceAll', 'match', 'matchAll', 'search', 'split'])

/** The English words of a list or a regular expression, wherever in it they stand. */
function wordsIn(node: ts.Node): number {
  if (ts.isStringLiteralLike(node)) return WORD.test(node.text) ? 1 : 0
  if (ts.isRegularExpressionLiteral(node)) {
    const source = node.text.replace(/\/[a-z]*$/, '').replace(/\[[^\]]*\]|\\[pP]\{[^}]*\}|\\\w|\(\?<?[:=!]/g, ' ')
    return source.match(/[A-Za-z]*[a-z]{2,}/g)?.length ?? 0
  }
  let count = 0
  node.forEachChild((child) => {
    count += wordsIn(child)
  })
  return count
}

const isList = (node: ts.Node): boolean =>
  ts.isRegularExpressionLiteral(node) ||
  ts.isArrayLiteralExpression(node) ||
  (ts.isNewExpression(node) && /^(?:Set|Map)$/.test(node.expression.getText()))

const isOfText = (node: ts.Node): boolean => OF_TEXT.test(node.getText())

/** The lists and regular expressions that have a name in the file. */
function listsOf(file: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const lists = new Map<string, ts.Node>()
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && isList(node.initializer))
      lists.set(node.name.getText(), node.initializer)
    node.forEachChild(visit)
  }
  visit(file)
  return lists
}

/** Words on one side of a comparison with an expression of the text. */
function compared({ left, right, operatorToken }: ts.BinaryExpression): number {
  if (!/^[!=]==$/.test(operatorToken.getText())) return 0
  if (ts.isStringLiteralLike(left)) return isOfText(right) ? wordsIn(left) : 0
  return ts.isStringLiteralLike(right) && isOfText(left) ? wordsIn(right) : 0
}

/**
 * Counts the words of English that a source file compares with words of the report. A word counts if it is a string
 * literal in lower case, or a run of letters in a regular expression, and it is
 *
 * - one side of `===` or `!==`, or a `case`, and the other side is an expression of the text: it names `text`, `lemma`,
 *   `lower`, `word`, `form`, `preposition` or `marker`, or calls `toLowerCase`; or
 * - in a Set, Map, array or regular expression that `has`, `get`, `includes`, `test` or `exec` asks about such an expression,
 *   either in place or by a name of this file; or
 * - in a regular expression that `replace`, `match`, `search` or `split` gets.
 *
 * Only the syntax decides, so a tag or a relation of the parse does not count, and a word that reaches its comparison under
 * another name is missed.
 */
export function countEnglish(name: string, source: string): number {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const lists = listsOf(file)
  const listAt = (node: ts.Node) => (isList(node) ? node : lists.get(node.getText()))
  const asked = new Set<ts.Node>()
  let count = 0
  const visitCall = (node: ts.CallExpression): void => {
    if (!ts.isPropertyAccessExpression(node.expression)) return
    const { name, expression } = node.expression
    const [argument] = node.arguments
    if (argument === undefined) return
    const list = ASKS.has(name.text) && isOfText(argument) ? listAt(expression) : undefined
    const pattern = CUTS.has(name.text) ? listAt(argument) : undefined
    for (const found of [list, pattern]) if (found) asked.add(found)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) count += compared(node)
    if (ts.isCaseClause(node) && isOfText(node.parent.parent.expression)) count += wordsIn(node.expression)
    if (ts.isCallExpression(node)) visitCall(node)
    node.forEachChild(visit)
  }
  visit(file)
  for (const list of asked) count += wordsIn(list)
  return count
}
