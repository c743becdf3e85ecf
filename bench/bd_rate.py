"""Bjøntegaard's delta rate: how many bytes one system needs for another's picture.

Reads lines `SYSTEM BITRATE DECIBEL`; prints for each system its mean bit rate over the range of quality that both
have, divided by the first system's (1.00 = as many). Logarithm of the rate over decibels, monotone cubic (PCHIP).
"""

import math
import sys


def slopes(x, y):
    h = [b - a for a, b in zip(x, x[1:])]
    d = [(b - a) / s for a, b, s in zip(y, y[1:], h)]
    m = [d[0]]
    for i in range(1, len(d)):
        if d[i - 1] * d[i] <= 0:
            m.append(0.0)
        else:
            w1, w2 = 2 * h[i] + h[i - 1], h[i] + 2 * h[i - 1]
            m.append((w1 + w2) / (w1 / d[i - 1] + w2 / d[i]))
    return m + [d[-1]]


def value(x, y, m, at):
    i = max(k for k in range(len(x) - 1) if x[k] <= at)
    h = x[i + 1] - x[i]
    t = (at - x[i]) / h
    return (
        y[i] * (1 + 2 * t) * (1 - t) ** 2
        + h * m[i] * t * (1 - t) ** 2
        + y[i + 1] * t * t * (3 - 2 * t)
        + h * m[i + 1] * t * t * (t - 1)
    )


def curve(points):
    points = sorted(points)
    x, y = [p[0] for p in points], [math.log(p[1]) for p in points]
    return x, y, slopes(x, y)


def ratio(anchor, tested):
    a, b = curve(anchor), curve(tested)
    low, high = max(a[0][0], b[0][0]), min(a[0][-1], b[0][-1])
    if high <= low:
        return None
    steps = 1000
    total = 0.0
    for i in range(steps):
        at = low + (high - low) * (i + 0.5) / steps
        total += value(*b, at) - value(*a, at)
    return math.exp(total / steps)


def main():
    systems = {}
    for line in sys.stdin:
        name, rate, decibel = line.split()
        systems.setdefault(name, []).append((float(decibel), float(rate)))
    anchor = next(iter(systems))
    for name, points in systems.items():
        if name != anchor:
            found = ratio(systems[anchor], points)
            print(f"{name} / {anchor}:", "no common quality" if found is None else f"{found:.3f}")


main()
