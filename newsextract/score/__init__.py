"""How well pages come out, measured against gold: per type, per fact kind, for the structure of a page."""

from newsextract.score.gold import GoldPage, read_gold
from newsextract.score.report import Report, Tally
from newsextract.score.scorer import Scorer, score_folder

__all__ = ["GoldPage", "Report", "Scorer", "Tally", "read_gold", "score_folder"]
