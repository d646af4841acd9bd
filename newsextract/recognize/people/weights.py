"""What speaks for and against a name, and how much: one table of log odds, read like a balance.

The figures are log odds, set by hand in steps of a half and checked against pages with gold: +2 makes a reading about
seven times as likely, -2 as much less. ``PRIOR`` is the odds of a surname and one or two characters behind it, before
anything else is known (most 王, 高, 于, 成 in running text begin no name).
"""

from __future__ import annotations

import math

__all__ = ["ACCEPT", "PRIOR", "SETTLED", "WEIGHT", "confidence"]

PRIOR = -6.0
#: A reading that reaches this stands.
ACCEPT = 1.0
#: A reading that reaches this settles the string for the whole page.
SETTLED = 2.5

WEIGHT: dict[str, float] = {
    # before the name
    "office before": 5.0,
    "title before": 4.0,
    "staff before": 3.5,
    "byline before": 6.0,
    "lead before": 9.5,
    "mark before": 3.5,
    "role before": 3.5,
    "kin before": 2.5,
    "name before": 4.0,
    "meet before": 2.0,
    "appoint before": 4.0,
    "quote before": 0.7,
    "link before": 0.7,
    "list before": 3.0,
    "list before, perhaps": 1.5,
    "between names": 3.0,
    "in a list of names": 3.5,
    "sentence before": 1.0,
    "stop before": 0.7,
    "seat before": -2.0,
    "block before": 0.8,
    # behind the name
    "say after": 3.0,
    "quoted": 1.5,  # ”某某说
    "act after": 1.5,
    "address after": 3.5,
    "notice after": 6.0,
    "sex after": 5.0,
    "office after": 3.5,
    "body after": 1.0,
    "credit after": 3.0,
    "credit line after": 5.0,
    "list after": 2.0,
    "mark after": 0.5,
    "others after": 1.0,
    "bracket after": 0.5,
    "stop after": 0.7,
    "block after": 0.8,
    "between role and mark": 1.5,
    "byline after": 3.0,
    "doctrine after": -4.0,
    "nothing after": -1.0,
    "nothing around": -0.7,
    "function word": -4.0,
    "ends like a place": -2.5,
    "side or party": -3.5,  # 中方希望, 对党忠诚
    # the words of the dictionary
    "edge left": 0.7,
    "edge left missing": -2.5,
    "edge right": 0.7,
    "edge right missing": -3.0,
    "no word": 1.0,
    "name of the dictionary": 1.0,
    "words inside": -4.0,
    "runs into a word": -2.0,
    "place of the world": -10.0,
    "inside a word": -3.0,
    "runs over a place": -2.0,
    "common word": -1.3,  # times the decimal logarithm of its frequency
    # the rest of the page
    "known by name": 7.0,
    "doctrine": -6.0,
    "namesake": -9.0,
    "given name": -3.0,
    "settled on the page": 5.0,
    "settled, short": 3.0,
    "stretched": 3.5,
    "byline block": 3.0,
    "printed apart": 2.0,
    "item of a byline": 4.0,
    "inside another mention": -4.0,
    "also a place": -4.0,
}


def confidence(score: float) -> float:
    """How likely a reading of this score is right: a logistic curve, rounded.

    >>> confidence(0.0), confidence(20.0)
    (0.5, 0.99)
    """
    return min(0.99, round(1 / (1 + math.exp(-0.7 * score)), 2))
