"""The spaCy pipeline: which components run on a Doc, in which order."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import spacy
from spacy.language import Language

# Importing a room registers its components.
import newsextract.facts.appointments
import newsextract.facts.assignments
import newsextract.facts.deals.component
import newsextract.facts.indicators.component
import newsextract.facts.issuances
import newsextract.link.component
import newsextract.recognize.events.component
import newsextract.recognize.figures.component
import newsextract.recognize.organizations.component
import newsextract.recognize.people.component
import newsextract.recognize.places.component
import newsextract.recognize.positions.component
import newsextract.recognize.products.component
import newsextract.recognize.resolve
import newsextract.recognize.times.component
import newsextract.recognize.titles.component
import newsextract.recognize.user.component
import newsextract.sentences
from newsextract.errors import OptionError

__all__ = ["COMPONENTS", "make_nlp", "shared_nlp"]

#: Recognisers in any order, then the one place that settles them, then links, then facts.
COMPONENTS: tuple[str, ...] = (
    "newsextract_sentences",
    "newsextract_figures",
    "newsextract_times",
    "newsextract_titles",
    "newsextract_events",
    "newsextract_products",
    "newsextract_places",
    "newsextract_organizations",
    "newsextract_people",
    "newsextract_positions",
    "newsextract_resolve",
    "newsextract_link",
    "newsextract_appointments",
    "newsextract_issuances",
    "newsextract_assignments",
    "newsextract_indicators",
    "newsextract_deals",
)

#: Longest Doc in characters; a longer page is read in several Docs, cut between blocks.
MAX_DOC = 200_000


def make_nlp(lexicons: Sequence[str] = (), recognizers: Sequence[str] = ()) -> Language:
    """Make a pipeline of one's own: a blank Chinese one with characters as tokens and all components.

    Args:
        lexicons: paths of users' lexicons (``newsextract.lexicon.user``).
        recognizers: names of spaCy components that run before competing readings are settled.

    Raises:
        LexiconError: a lexicon is not valid.
        OptionError: no component of that name is installed.
    """
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsextract.CharacterTokenizer.v1"}}})
    nlp.max_length = 2 * MAX_DOC
    for name in COMPONENTS:
        nlp.add_pipe(name)
    if lexicons:
        # Ahead of the recognisers, which take a name that is known for evidence of what stands beside it.
        nlp.add_pipe("newsextract_user", config={"lexicons": list(lexicons)}, after="newsextract_sentences")
    for name in recognizers:
        if name in COMPONENTS or not nlp.has_factory(name):
            todo = "register it under [project.entry-points.spacy_factories], or import its module first"
            raise OptionError(f"no spaCy component {name!r} to add", where="recognizers", todo=todo)
        nlp.add_pipe(name, before="newsextract_resolve")
    return nlp


@functools.lru_cache(maxsize=8)
def shared_nlp(lexicons: tuple[str, ...] = (), recognizers: tuple[str, ...] = (), digest: str = "") -> Language:
    """Return this process's pipeline with these lexicons and recognisers, built at the first call.

    Args:
        lexicons, recognizers: see ``make_nlp``.
        digest: of the lexicons' contents, so that one that has changed is read again.
    """
    return make_nlp(lexicons, recognizers)
