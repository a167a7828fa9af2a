"""Words as the encoder sees them: word pieces and the shape of their letters.

src/2-analyse/encode/words.ts computes the same; test/encoder-words/table.json holds both to one table.
"""
import unicodedata

SAME = str.maketrans({'“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '`': "'",
                      '–': '-', '—': '-', '…': '.', '\u00a0': ' '})
UNKNOWN, START, END = '[UNK]', '[CLS]', '[SEP]'
LONGEST_WORD = 100  # characters; what is longer is unknown
MOST_PIECES = 12  # of a word; the rest is dropped


def normalise(word):
    """Typographic variants to the plain sign that the treebanks mostly use; `` and '' to the double quote."""
    word = word.translate(SAME)
    return '"' if word == "''" else word


def plain(word):
    """BERT's uncased form: lower case, accents and control characters removed."""
    decomposed = unicodedata.normalize('NFD', word.lower())
    return ''.join(c for c in decomposed if unicodedata.category(c) not in ('Mn', 'Cc', 'Cf'))


def is_apart(c):
    """Punctuation, other ASCII signs, and characters written without spaces are pieces of their own."""
    code = ord(c)
    if code < 128:
        return not c.isalnum()
    return unicodedata.category(c)[0] == 'P' or 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF


def parts(text):
    out, current = [], ''
    for c in text:
        if c.isspace() or is_apart(c):
            if current:
                out.append(current)
            current = ''
            if not c.isspace():
                out.append(c)
        else:
            current += c
    return out + [current] if current else out


def pieces_of(part, rows):
    """Greedy longest match from the left; the whole part is unknown if any of it is."""
    if len(part) > LONGEST_WORD:
        return [UNKNOWN]
    out, start = [], 0
    while start < len(part):
        end = len(part)
        while end > start and (part[start:end] if start == 0 else '##' + part[start:end]) not in rows:
            end -= 1
        if end == start:
            return [UNKNOWN]
        out.append(part[start:end] if start == 0 else '##' + part[start:end])
        start = end
    return out


def word_pieces(word, rows):
    """The pieces of a word; `rows` contains the known pieces. At least one."""
    found = [p for part in parts(plain(normalise(word))) for p in pieces_of(part, rows)]
    return found[:MOST_PIECES] or [UNKNOWN]


SHAPES = 10


def shape(word):
    """Number of the word's shape, 1 to 9; 0 is for the signs at both ends of a sentence."""
    letters = [c for c in word if unicodedata.category(c) in ('Lu', 'Ll')]
    digits = any(unicodedata.category(c) == 'Nd' for c in word)
    if not letters:
        return 1 if digits else 2
    if digits:
        return 3
    upper = [unicodedata.category(c) == 'Lu' for c in letters]
    if all(upper):
        return 4 if len(letters) > 1 else 5
    if not any(upper):
        return 8
    if unicodedata.category(word[0]) == 'Lu':
        return 6 if not any(upper[1:]) else 7
    return 9
