/**
 * The error function in float64, to about one unit in the last place: W. J. Cody, "Rational Chebyshev approximations for the error
 * function", Mathematics of Computation 23 (1969).
 */
const P1 = [3.1611237438705656, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3, 1.85777706184603153e-1];
const Q1 = [2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3];
const P2 = [
  5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2, 8.8195222124176909e2, 1.71204761263407058e3,
  2.05107837782607147e3, 1.23033935479799725e3, 2.15311535474403846e-8,
];
const Q2 = [
  1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3, 3.29079923573345963e3, 4.36261909014324716e3,
  3.43936767414372164e3, 1.23033935480374942e3,
];
const P3 = [
  3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4,
  1.63153871373020978e-2,
];
const Q3 = [2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3];

/** 2/√π times the integral of e^-t² from 0 to x. */
export function erf(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.46875) {
    const z = y > 1.11e-16 ? y * y : 0;
    let a = P1[4] * z;
    let b = z;
    for (let i = 0; i < 3; i++) {
      a = (a + P1[i]) * z;
      b = (b + Q1[i]) * z;
    }
    return (x * (a + P1[3])) / (b + Q1[3]);
  }
  if (!(y < 6)) return y !== y ? y : Math.sign(x);
  return Math.sign(x) * (1 - erfcTail(y));
}

function erfcTail(y: number): number {
  // exp(-y^2) with y split so that the square is exact in its leading part.
  const head = Math.trunc(y * 16) / 16;
  const scale = Math.exp(-head * head) * Math.exp(-(y - head) * (y + head));
  if (y <= 4) {
    let a = P2[8] * y;
    let b = y;
    for (let i = 0; i < 7; i++) {
      a = (a + P2[i]) * y;
      b = (b + Q2[i]) * y;
    }
    return (scale * (a + P2[7])) / (b + Q2[7]);
  }
  const z = 1 / (y * y);
  let a = P3[5] * z;
  let b = z;
  for (let i = 0; i < 4; i++) {
    a = (a + P3[i]) * z;
    b = (b + Q3[i]) * z;
  }
  const tail = (z * (a + P3[4])) / (b + Q3[4]);
  return (scale * (1 / Math.sqrt(Math.PI) - tail)) / y;
}
