import { sum4 } from './values'

/** The last steps: what the projections give, which head, which relation, which tag. */

const LEAK: f32 = 0.1

/** Leaky ReLU in place over `count` float32. */
export function leak(values: usize, count: i32): void {
  const end = values + (usize(count) << 2)
  for (; values < end; values += 16) {
    const v = v128.load(values)
    v128.store(values, v128.bitselect(f32x4.mul(v, f32x4.splat(LEAK)), v, f32x4.lt(v, f32x4.splat(0))))
  }
}

// @ts-ignore: decorator
@inline
function dot(a: usize, b: usize, bytes: usize): f32 {
  let even = f32x4.splat(0)
  let odd = even
  for (let c: usize = 0; c < bytes; c += 32) {
    even = f32x4.add(even, f32x4.mul(v128.load(a + c), v128.load(b + c)))
    odd = f32x4.add(odd, f32x4.mul(v128.load(a + c, 16), v128.load(b + c, 16)))
  }
  return sum4(f32x4.add(even, odd))
}

/** A token is never its own head. */
const NEVER: f32 = -1e9

/**
 * Scores of all heads for all tokens of a sentence, [n x (n + 1)], head 0 the root, and each token's best head.
 * `wanted` and `heads` are float32 rows of `columns` (a multiple of 8).
 */
export function arcs(
  wanted: usize, heads: usize, headStride: usize, root: usize, scores: usize, best: usize, n: i32, columns: i32,
): void {
  const bytes = usize(columns) << 2
  for (let t = 0; t < n; t++) {
    let top = dot(wanted, root, bytes)
    let choice = 0
    store<f32>(scores, top)
    scores += 4
    let head = heads
    for (let h = 1; h <= n; h++) {
      const score = h == t + 1 ? NEVER : dot(wanted, head, bytes)
      store<f32>(scores, score)
      if (score > top) {
        top = score
        choice = h
      }
      scores += 4
      head += headStride
    }
    store<i32>(best, choice)
    best += 4
    wanted += bytes
  }
}

/**
 * Relation scores of one token: `by` (float32 [columns + 1][width]) weighed by the head's `columns` values, the last row
 * by 1. `width` is a multiple of 4.
 */
export function weigh(by: usize, head: usize, scores: usize, columns: i32, width: i32): void {
  const stride = usize(width) << 2
  for (let r: usize = 0; r < stride; r += 16) {
    let at = by + r
    let even = f32x4.splat(0)
    let odd = even
    for (let c: usize = 0; c < usize(columns); c += 2) {
      even = f32x4.add(even, f32x4.mul(v128.load(at), v128.load32_splat(head + (c << 2))))
      odd = f32x4.add(odd, f32x4.mul(v128.load(at + stride), v128.load32_splat(head + (c << 2), 4)))
      at += 2 * stride
    }
    v128.store(scores + r, f32x4.add(f32x4.add(even, odd), v128.load(at)))
  }
}

/** The place of the greatest of `count` float32, the first of equals, `but` left out. */
export function greatest(values: usize, count: i32, but: i32): i32 {
  let top: f32 = -Infinity
  let choice = 0
  for (let i = 0; i < count; i++) {
    const value = load<f32>(values + (usize(i) << 2))
    if (value > top && i != but) {
      top = value
      choice = i
    }
  }
  return choice
}

/** As `greatest`, of each of `n` rows of `width` values, the first `count` of each. */
export function greatestOfRows(values: usize, width: i32, count: i32, n: i32, to: usize): void {
  for (let t = 0; t < n; t++) {
    store<i32>(to, greatest(values, count, -1))
    values += usize(width) << 2
    to += 4
  }
}
