/**
 * Logistic regression with an L2 penalty, fitted with limited-memory BFGS (Nocedal and Wright, Numerical Optimization, ch. 7).
 * Deterministic: no sampling, no shuffling.
 */
export type SparseRow = {
  readonly index: Int32Array;
  readonly value: Float64Array;
  /** Added to the logit as it is: what an earlier stage already says about the row. */
  readonly offset: number;
};

/** The last weight is the intercept, which is not penalised. */
export type Weights = Float64Array;

export function logit(weights: Weights, row: SparseRow): number {
  let z = (weights[weights.length - 1] ?? 0) + row.offset;
  for (let k = 0; k < row.index.length; k++) z += (weights[row.index[k] ?? 0] ?? 0) * (row.value[k] ?? 0);
  return z;
}

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

type Problem = {
  readonly rows: readonly SparseRow[];
  /** 0 to 1; a row nobody agreed on may stand between. */
  readonly labels: ArrayLike<number>;
  readonly rowWeights: ArrayLike<number>;
  readonly size: number;
  readonly penalty: number;
};

/** Loss at `w`; its gradient is written into `gradient`. */
function lossAt(problem: Problem, w: Weights, gradient: Weights): number {
  const { rows, labels, rowWeights, size, penalty } = problem;
  gradient.fill(0);
  let loss = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (row === undefined) continue;
    const label = labels[i] ?? 0;
    const weight = rowWeights[i] ?? 0;
    const z = logit(w, row);
    loss += weight * (Math.max(z, 0) - label * z + Math.log1p(Math.exp(-Math.abs(z))));
    const slope = weight * (sigmoid(z) - label);
    for (let k = 0; k < row.index.length; k++) {
      const j = row.index[k] ?? 0;
      gradient[j] = (gradient[j] ?? 0) + slope * (row.value[k] ?? 0);
    }
    gradient[size] = (gradient[size] ?? 0) + slope;
  }
  for (let j = 0; j < size; j++) {
    const v = w[j] ?? 0;
    loss += 0.5 * penalty * v * v;
    gradient[j] = (gradient[j] ?? 0) + penalty * v;
  }
  return loss;
}

const dot = (a: Weights, b: Weights): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};
const addScaled = (to: Weights, by: number, from: Weights): void => {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + by * (from[i] ?? 0);
};

type Pair = { readonly step: Weights; readonly change: Weights; readonly rho: number };

/** The direction of steepest descent, bent by the curvature seen in the last steps. */
function direction(gradient: Weights, memory: readonly Pair[]): Weights {
  const d = gradient.slice();
  const alphas: number[] = [];
  for (const pair of [...memory].reverse()) {
    const alpha = pair.rho * dot(pair.step, d);
    alphas.unshift(alpha);
    addScaled(d, -alpha, pair.change);
  }
  const last = memory.at(-1);
  const scale =
    last === undefined ? 1 / Math.sqrt(dot(gradient, gradient) || 1) : 1 / (last.rho * dot(last.change, last.change));
  for (let i = 0; i < d.length; i++) d[i] = -(d[i] ?? 0) * scale;
  for (const [i, pair] of memory.entries()) {
    const beta = pair.rho * dot(pair.change, d);
    addScaled(d, -(alphas[i] ?? 0) - beta, pair.step);
  }
  return d;
}

/** Weights that fit `labels`, `size` of them and the intercept. `rounds` bounds the work; it usually stops earlier. */
export function fitLogistic(problem: Problem, rounds = 60): Weights {
  let w: Weights = new Float64Array(problem.size + 1);
  let gradient: Weights = new Float64Array(problem.size + 1);
  let loss = lossAt(problem, w, gradient);
  const memory: Pair[] = [];
  for (let round = 0; round < rounds; round++) {
    const d = direction(gradient, memory);
    const slope = dot(gradient, d);
    let next = w;
    let nextLoss = loss;
    const nextGradient: Weights = new Float64Array(problem.size + 1);
    for (let length = 1; length > 1e-6; length /= 2) {
      next = w.slice();
      addScaled(next, length, d);
      nextLoss = lossAt(problem, next, nextGradient);
      if (nextLoss <= loss + 1e-4 * length * slope) break;
    }
    const step = next.slice();
    addScaled(step, -1, w);
    const change = nextGradient.slice();
    addScaled(change, -1, gradient);
    const curvature = dot(step, change);
    if (curvature > 1e-12) memory.push({ step, change, rho: 1 / curvature });
    if (memory.length > 8) memory.shift();
    const done = Math.abs(loss - nextLoss) < 1e-5 * Math.abs(loss);
    w = next;
    gradient = nextGradient;
    loss = nextLoss;
    if (done) break;
  }
  return w;
}
