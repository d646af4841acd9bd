"""Amounts from a threshold upwards, with the sentences they stand in: python examples/large_amounts.py news.db 100000000."""

import sqlite3
import sys

QUERY = """
    SELECT low, currency, bound, text, sentence, path, published FROM amounts_in_context
    WHERE low >= ? AND currency = 'CNY' AND typeof(low) <> 'text'
    ORDER BY low DESC
"""
BOUNDS = {"exact": "", "approx": "≈ ", "min": "≥ ", "max": "≤ "}


def main(path: str, threshold: str = "100000000") -> None:
    """Print them, the largest first."""
    database = sqlite3.connect(path)
    for low, currency, bound, text, sentence, page, published in database.execute(QUERY, [int(threshold)]):
        print(f"{BOUNDS[bound]}{low / 1e8:.1f} 亿 {currency}  {page} {published or ''}")
        print(f"    {sentence.replace(text, f'[{text}]') if sentence else text}")
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
