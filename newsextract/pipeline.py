"""The spaCy pipeline: which components run on a Doc, in which order."""

from __future__ import annotations

import functools

import spacy
from spacy.language import Language

# Importing a room registers its components.
import newsextract.facts.appointments
import newsextract.facts.assignments
import newsextract.facts.deals
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
import newsextract.sentences

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


def make_nlp() -> Language:
    """Make a pipeline of one's own: a blank Chinese one with characters as tokens and all components."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsextract.CharacterTokenizer.v1"}}})
    nlp.max_length = 2 * MAX_DOC
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


@functools.cache
def shared_nlp() -> Language:
    """Return this process's pipeline, built at the first call."""
    return make_nlp()
