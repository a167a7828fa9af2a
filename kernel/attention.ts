import { exp4, max4, sum4 } from './values'

/** Attention of the pieces of one sentence to each other, in float32 and in a fixed order. */

/** Values of one attention head. */
const WIDTH: usize = 32
/** Keys whose scores are worked out together; a sentence is filled up to whole groups of them. */
const KEYS: i32 = 16
const NEVER: f32 = -1e30

/** The keys of one head as [32][filled], so that four keys' values stand side by side; what fills up is zero. */
// @ts-ignore: decorator
@inline
function turn(keys: usize, stride: usize, turned: usize, n: i32, filled: i32): void {
  const row = usize(filled) << 2
  for (let d: usize = 0; d < WIDTH; d++) {
    let from = keys + (d << 2)
    let to = turned + d * row
    for (let k = 0; k < n; k++) {
      store<f32>(to, load<f32>(from))
      from += stride
      to += 4
    }
    for (let k = n; k < filled; k++) {
      store<f32>(to, 0)
      to += 4
    }
  }
}

/** Scores of two queries to all keys: each value of a key that is loaded meets both. */
// @ts-ignore: decorator
@inline
function match(one: usize, two: usize, turned: usize, scores: usize, row: usize): void {
  for (let k: usize = 0; k < row; k += usize(KEYS) << 2) {
    let a = f32x4.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a
    let at = turned + k
    for (let v: usize = 0; v < WIDTH << 2; v += 4) {
      const p = v128.load32_splat(one + v), q = v128.load32_splat(two + v)
      const k0 = v128.load(at), k1 = v128.load(at, 16)
      a = f32x4.add(a, f32x4.mul(p, k0))
      e = f32x4.add(e, f32x4.mul(q, k0))
      b = f32x4.add(b, f32x4.mul(p, k1))
      f = f32x4.add(f, f32x4.mul(q, k1))
      const k2 = v128.load(at, 32), k3 = v128.load(at, 48)
      c = f32x4.add(c, f32x4.mul(p, k2))
      g = f32x4.add(g, f32x4.mul(q, k2))
      d = f32x4.add(d, f32x4.mul(p, k3))
      h = f32x4.add(h, f32x4.mul(q, k3))
      at += row
    }
    const to = scores + k
    v128.store(to, a), v128.store(to, b, 16), v128.store(to, c, 32), v128.store(to, d, 48)
    v128.store(to + row, e), v128.store(to + row, f, 16), v128.store(to + row, g, 32), v128.store(to + row, h, 48)
  }
}

/** The softmax of a query's scores, not yet divided; returns what to divide by. */
// @ts-ignore: decorator
@inline
function soften(scores: usize, n: i32, filled: i32, scale: f32): f32 {
  const row = usize(filled) << 2
  for (let k = n; k < filled; k++) store<f32>(scores + (usize(k) << 2), NEVER)
  let top = f32x4.splat(NEVER)
  for (let k: usize = 0; k < row; k += 16) top = f32x4.max(top, v128.load(scores + k))
  const greatest = f32x4.splat(max4(top))
  let sum = f32x4.splat(0)
  for (let k: usize = 0; k < row; k += 16) {
    const e = exp4(f32x4.mul(f32x4.sub(v128.load(scores + k), greatest), f32x4.splat(scale)))
    v128.store(scores + k, e)
    sum = f32x4.add(sum, e)
  }
  return sum4(sum)
}

/** The values of all keys, weighed by their scores. */
// @ts-ignore: decorator
@inline
function mix(values: usize, stride: usize, scores: usize, out: usize, n: i32, total: f32): void {
  let a = f32x4.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a
  for (let k = 0; k < n; k++) {
    const s = v128.load32_splat(scores)
    a = f32x4.add(a, f32x4.mul(s, v128.load(values)))
    b = f32x4.add(b, f32x4.mul(s, v128.load(values, 16)))
    c = f32x4.add(c, f32x4.mul(s, v128.load(values, 32)))
    d = f32x4.add(d, f32x4.mul(s, v128.load(values, 48)))
    e = f32x4.add(e, f32x4.mul(s, v128.load(values, 64)))
    f = f32x4.add(f, f32x4.mul(s, v128.load(values, 80)))
    g = f32x4.add(g, f32x4.mul(s, v128.load(values, 96)))
    h = f32x4.add(h, f32x4.mul(s, v128.load(values, 112)))
    scores += 4
    values += stride
  }
  const share = f32x4.splat(f32(1) / total)
  v128.store(out, f32x4.mul(a, share))
  v128.store(out, f32x4.mul(b, share), 16)
  v128.store(out, f32x4.mul(c, share), 32)
  v128.store(out, f32x4.mul(d, share), 48)
  v128.store(out, f32x4.mul(e, share), 64)
  v128.store(out, f32x4.mul(f, share), 80)
  v128.store(out, f32x4.mul(g, share), 96)
  v128.store(out, f32x4.mul(h, share), 112)
}

/**
 * All heads of one sentence of `n` pieces. `qkv` has for each piece the queries, keys and values of `heads` heads of 32,
 * one after the other; `out` gets `heads` * 32 a piece. `scratch` has room for 34 float32 for each piece, `n` filled up
 * to 16.
 */
export function attend(qkv: usize, out: usize, scratch: usize, n: i32, heads: i32): void {
  const filled = ((n + KEYS - 1) / KEYS) * KEYS
  const row = usize(filled) << 2
  const width = (usize(heads) * WIDTH) << 2
  const stride = 3 * width
  const scores = scratch + row * WIDTH
  const scale: f32 = f32(1) / sqrt<f32>(f32(WIDTH))
  for (let head: usize = 0; head < usize(heads); head++) {
    const queries = qkv + ((head * WIDTH) << 2)
    const values = queries + 2 * width
    const to = out + ((head * WIDTH) << 2)
    turn(queries + width, stride, scratch, n, filled)
    for (let t = 0; t < n; t += 2) {
      // The last of an odd number goes beside itself.
      const u = min<i32>(t + 1, n - 1)
      match(queries + usize(t) * stride, queries + usize(u) * stride, scratch, scores, row)
      for (let k = t; k <= u; k++) {
        const own = scores + usize(k - t) * row
        mix(values, stride, own, to + usize(k) * width, n, soften(own, n, filled, scale))
      }
    }
  }
}
