"""Lemmas as edits of a form in small letters: how many letters to take off its end, and what to add.

src/2-analyse/encode/lemma.ts makes the same edits. The lemma of a name keeps its capitals: no edit reaches it, and only
those of the most frequent names are learned.
"""


def edit_of(form, lemma):
    """The edit from a form to its lemma, as "3 y" (parties -> party)."""
    base = form.lower()
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f'{len(base) - same} {lemma[same:]}'
