#!/usr/bin/env python3
"""How fast uroman romanizes the names of the transliteration benchmark, in names a second of processor time.

An optional step, for comparison: `pip install uroman`, then

    swift run -c release namvar-benchmarks names | python3 Benchmarks/measure-uroman.py
"""
import sys
import time

try:
    import uroman
except ImportError:
    sys.exit("uroman is not installed: pip install uroman")

names = [line.strip() for line in sys.stdin if line.strip()]
romanizer = uroman.Uroman()
best = float("inf")
for _ in range(5):
    start = time.process_time()
    for name in names:
        romanizer.romanize_string(name, lcode="fas")
    best = min(best, time.process_time() - start)
print(f"uroman: {len(names) / best:.0f} names/s")
