"""Estimates of six patterns that no vector holds, with 50 digits: python3 tools/quiz/unseen.py

Independent of the engine: decimal arithmetic, products instead of logarithms. The printed
lines are the table in tests/quiz/measure.rs.
"""
from decimal import Decimal as D, getcontext

getcontext().prec = 50
NODES = [D(k - 60) / 10 for k in range(121)]
N_ITEMS = 30


def item(i):
    return (D(4 + 7 * i % 11) / 8, D(13 * i % 30) / 6 - D("2.5"), D(5 * i % 4) / 10, 1 - D(3 * i % 5) / 100)


def estimate(pattern):
    masses = [(-t * t / 2).exp() * (D("0.5") if abs(t) == 6 else 1) for t in NODES]
    for i, sign in enumerate(pattern):
        a, b, c, d = item(i)
        for k, t in enumerate(NODES):
            p = c + (d - c) / (1 + (-a * (t - b)).exp())
            masses[k] *= {"1": p, "0": 1 - p, ".": 1}[sign]
    total = sum(masses)
    theta = sum(m * t for m, t in zip(masses, NODES)) / total
    se = (sum(m * (t - theta) ** 2 for m, t in zip(masses, NODES)) / total).sqrt()
    edges = [(-7, -1), (-1, 0), (0, 1), (1, 7)]
    levels = [sum(m for m, t in zip(masses, NODES) if low <= t < high) / total for low, high in edges]
    return theta, se, levels


for pattern in [
    "1" * N_ITEMS,
    "0" * N_ITEMS,
    "10" * 15,
    "110100" * 5,
    "." * 29 + "1",
    "0..1.1" * 5,
]:
    theta, se, levels = estimate(pattern)
    print(f'("{pattern}", {theta:.15f}, {se:.15f}, [{", ".join(f"{x:.15f}" for x in levels)}]),')
