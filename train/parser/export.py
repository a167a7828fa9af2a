"""Writes a checkpoint of train.py as the files that the product reads. usage: export.py MODEL.pt OUT_DIR [--words N]

OUT_DIR/parser-words.bin   the frozen word vectors: the same for every checkpoint of one run
OUT_DIR/parser.bin         everything that was trained

Both are packs: "RDPK", a 32-bit length, a JSON directory of that length, then the parts, each at a multiple of 16.
Matrices are int8 with one float32 scale a row; their names and the order of their rows are what src/2-analyse/parse reads:
- Gates stand by groups of four units: four input gates, four forget gates, four candidates, four output gates.
  Rows of the three sigmoid gates are halved, because the kernel computes sigmoid(z) as tanh(z / 2) / 2 + 1 / 2.
- The bilinear forms are matrices over the dependent; what is linear in the head is their bias, what is linear in the
  dependent one more row block (times 1).
"""
import argparse
import json
import os

import numpy as np
import torch

ALIGN = 16


def write_pack(path, parts, **meta):
    directory, chunks, at = {}, [], 0
    for name, data in parts.items():
        if isinstance(data, list):
            raw, entry = '\n'.join(data).encode('utf8'), {'type': 'text'}
        else:
            raw, entry = np.ascontiguousarray(data).tobytes(), {'type': str(data.dtype), 'shape': list(data.shape)}
        directory[name] = {**entry, 'start': at, 'bytes': len(raw)}
        chunks.append(raw + b'\0' * (-len(raw) % ALIGN))
        at += len(chunks[-1])
    head = json.dumps({**meta, 'parts': directory}, separators=(',', ':')).encode('ascii')
    head += b' ' * (-(8 + len(head)) % ALIGN)
    with open(path, 'wb') as f:
        f.write(b'RDPK' + np.uint32(len(head)).tobytes() + head + b''.join(chunks))
    print(path, os.path.getsize(path), 'bytes')


def quantise(name, matrix):
    scale = np.abs(matrix).max(1, keepdims=True) / 127
    scale[scale == 0] = 1
    return {name: np.rint(matrix / scale).astype(np.int8), name + '.scale': scale[:, 0].astype(np.float32)}


def layer(name, matrix, bias):
    return {**quantise(name, matrix), name + '.bias': bias.astype(np.float32)}


def by_groups(gates):
    """[4 gates x units, …] with PyTorch's order (input, forget, candidate, output) to groups of four units."""
    units = gates.shape[0] // 4
    half = np.array([0.5, 0.5, 1, 0.5], dtype=np.float32).reshape(4, 1, 1, 1)
    cut = gates.reshape(4, units // 4, 4, -1) * half
    return cut.transpose(1, 0, 2, 3).reshape(gates.shape)


def lstm(w, number):
    parts = {}
    for name, suffix in (('forward', ''), ('backward', '_reverse')):
        get = lambda part: w[f'lstm{number}.{part}_l0{suffix}']
        bias = by_groups((get('bias_ih') + get('bias_hh'))[:, None])[:, 0]
        parts |= layer(f'lstm{number}.{name}.input', by_groups(get('weight_ih')), bias)
        parts |= quantise(f'lstm{number}.{name}.state', by_groups(get('weight_hh')))
    return parts


def heads(w):
    rels, size, _ = w['rel_bilinear'].shape
    on_dependent, on_head = w['rel_linear.weight'][:, :size], w['rel_linear.weight'][:, size:]
    # rows (j, relation) over the dependent's i; then the block for what does not hang on the head
    bilinear = w['rel_bilinear'].transpose(2, 0, 1).reshape(size * rels, size)
    label = np.concatenate([bilinear, on_dependent])
    label_bias = np.concatenate([on_head.T.reshape(-1), w['rel_linear.bias']])
    names = ('arc_dep', 'rel_dep', 'arc_head', 'rel_head')
    stack = lambda part: np.concatenate([w[f'{n}.{part}'] for n in names])
    leaky = lambda x: np.where(x < 0, 0.1 * x, x).astype(np.float32)
    root = [leaky(w[f'{n}.weight'] @ w['root'] + w[f'{n}.bias']) for n in names[2:]]
    return {**layer('tag', w['tag.weight'], w['tag.bias']), **layer('projection', stack('weight'), stack('bias')),
            **layer('arc', w['arc_bilinear'].T, w['arc_bias.weight'][0]), **layer('label', label, label_bias),
            'root': np.concatenate(root)}


def main():
    p = argparse.ArgumentParser()
    p.add_argument('model'), p.add_argument('out'), p.add_argument('--words', type=int, default=None)
    args = p.parse_args()
    model = torch.load(args.model, map_location='cpu')
    w = {k: v.numpy().astype(np.float32) for k, v in model['state'].items()}
    keys = lambda rows: sorted(rows, key=rows.get)  # rows are numbered from 2 without gaps
    keep = len(model['glove']) if args.words is None else args.words
    write_pack(os.path.join(args.out, 'parser-words.bin'),
               {'keys': keys(model['glove'])[:keep], **quantise('vectors', w['glove.weight'][:keep + 2])})
    trained = {'words.keys': keys(model['words']), **quantise('words', w['words.weight'])}
    for i, rows in enumerate(model['affixes']):
        trained |= {f'affix{i}.keys': keys(rows), **quantise(f'affix{i}', w[f'affixes.{i}.weight'])}
    trained |= {**lstm(w, 1), **lstm(w, 2), **heads(w)}
    write_pack(os.path.join(args.out, 'parser.bin'), trained, tags=model['tags'], relations=model['rels'],
               hidden=model['hidden'], arcs=w['arc_bilinear'].shape[0], labels=w['rel_bilinear'].shape[1])


if __name__ == '__main__':
    main()
