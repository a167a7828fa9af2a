"""Which word pieces are kept of a pretrained vocabulary: those that English text can have."""
import unicodedata


def is_english(piece):
    """No unused rows, and no letters but Latin ones (accents are stripped before)."""
    text = piece[2:] if piece.startswith('##') else piece
    if piece.startswith('[unused'):
        return False
    return all(ord(c) < 0x250 or unicodedata.category(c)[0] in 'PSN' and ord(c) < 0x3000 for c in text)


def kept_pieces(path):
    """The kept pieces in their order, and their rows in the pretrained vocabulary."""
    lines = open(path, encoding='utf8').read().rstrip('\n').split('\n')
    kept = [i for i, piece in enumerate(lines) if is_english(piece)]
    return [lines[i] for i in kept], kept
