"""Writes a checkpoint of train.py as the file that the product reads. usage: export.py MODEL.pt OUT.bin

A pack: "RDPK", a 32-bit length, a JSON directory of that length, then the parts, each at a multiple of 16.
Matrices are int8 with one float32 scale a row, already in the form that kernel/matrix.ts multiplies with: rows filled up
to whole panels of 8; in a panel, for each pair of columns, the 8 rows' pairs side by side. Tables of embeddings are
int8 rows. The bilinear forms are matrices over the dependent; what is linear in the head is their bias, what is
linear in the dependent one more block of rows (times 1).
"""
import argparse
import json
import os

import numpy as np
import torch

ALIGN, PANEL = 16, 8


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


def quantise(matrix):
    scale = np.abs(matrix).max(1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.rint(matrix / scale).astype(np.int8), scale[:, 0].astype(np.float32)


def table(name, matrix):
    rows, scale = quantise(matrix)
    return {name: rows, name + '.scale': scale}


def filled(values, rows):
    return np.concatenate([values, np.zeros((rows - len(values), *values.shape[1:]), values.dtype)])


def matrix(name, weight, bias):
    """[rows, columns] to panels; scale and bias are filled up as the rows are."""
    rows, columns = weight.shape
    whole = -(-rows // PANEL) * PANEL
    data, scale = quantise(weight)
    panels = filled(data, whole).reshape(whole // PANEL, PANEL, columns // 2, 2).transpose(0, 2, 1, 3)
    return {name: panels.reshape(whole, columns), name + '.scale': filled(scale, whole),
            name + '.bias': filled(bias.astype(np.float32), whole)}


def layers(w, count):
    parts = {}
    for i in range(count):
        at = f'encoder.layers.{i}.'
        for name in ('qkv', 'out', 'widen', 'narrow'):
            parts |= matrix(f'layer{i}.{name}', w[at + name + '.weight'], w[at + name + '.bias'])
        for name in ('norm1', 'norm2'):
            parts[f'layer{i}.{name}.gain'], parts[f'layer{i}.{name}.bias'] = w[at + name + '.weight'], w[at + name + '.bias']
    return parts


def parser(w):
    rels, size, _ = w['rel_bilinear'].shape
    width = -(-rels // 4) * 4  # each block of relations begins at a whole vector
    on_dependent, on_head = w['rel_linear.weight'][:, :size], w['rel_linear.weight'][:, size:]
    block = lambda m: np.concatenate([m, np.zeros((*m.shape[:-2], width - rels, m.shape[-1]), np.float32)], -2)
    label = np.concatenate([block(w['rel_bilinear'].transpose(2, 0, 1)).reshape(size * width, size), block(on_dependent)])
    pad = lambda v: np.concatenate([v, np.zeros((*v.shape[:-1], width - rels), np.float32)], -1)
    label_bias = np.concatenate([pad(on_head.T).reshape(-1), pad(w['rel_linear.bias'])])
    names = ('arc_dep', 'rel_dep', 'arc_head', 'rel_head')
    stack = lambda part: np.concatenate([w[f'{n}.{part}'] for n in names])
    leaky = lambda x: np.where(x < 0, 0.1 * x, x).astype(np.float32)
    root = np.concatenate([leaky(w[f'{n}.weight'] @ w['root'] + w[f'{n}.bias']) for n in names[2:]])
    return {**matrix('tree.projection', stack('weight'), stack('bias')), **matrix('tree.arc', w['arc_bilinear'].T, w['arc_bias.weight'][0]),
            **matrix('tree.label', label, label_bias), 'tree.root': root}


def main():
    p = argparse.ArgumentParser()
    p.add_argument('model'), p.add_argument('out')
    a = p.parse_args()
    model = torch.load(a.model, map_location='cpu')
    w = {k: v.numpy().astype(np.float32) for k, v in model['state'].items()}
    mix = lambda name: (w[f'mixes.{name}.scale'] * np.exp(w[f'mixes.{name}.share']) / np.exp(w[f'mixes.{name}.share']).sum()).astype(np.float32)
    answers = model['answers']
    parts = {'pieces.keys': model['pieces'], **table('pieces', w['encoder.pieces.weight']),
             **table('positions', w['encoder.positions']), **table('shapes', w['encoder.shapes.weight']),
             'norm.gain': w['encoder.norm.weight'], 'norm.bias': w['encoder.norm.bias'], **layers(w, model['layers']),
             'tags.mix': mix('tags'), 'tree.mix': mix('parse'), 'names.mix': mix('names')}
    for name in ('tags', 'names'):
        parts |= matrix(name, w[name + '.weight'], w[name + '.bias'])
    write_pack(a.out, {**parts, **parser(w)}, layers=model['layers'], tags=answers['tags'], relations=answers['relations'],
               names=answers['names'], arcs=w['arc_bilinear'].shape[0], labels=w['rel_bilinear'].shape[1])
    for name in ('tags', 'parse', 'names'):
        print(name, np.round(mix(name), 2).tolist())


if __name__ == '__main__':
    main()
