#pragma once

namespace hoego {

/// Regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22). 0 <= x <= 1; a,
/// b > 0.
double incomplete_beta(double x, double a, double b);

/// P(Z > z) of a standard normal.
double normal_tail(double z);
/// The z of that tail, for tails of 1e-300 to 1 - 1e-12.
double normal_quantile(double tail);

/// P(T > t) of Student's t; `freedom` > 0, not necessarily whole.
double student_tail(double t, double freedom);
/// The t >= 0 of a tail of at most one half.
double student_quantile(double tail, double freedom);

}  // namespace hoego
