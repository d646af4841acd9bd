"""What comes out: pages, blocks, articles, mentions with typed values, entities, facts."""

from newsextract.model.facts import (
    AnyFact,
    AppointmentFact,
    AssignmentFact,
    Change,
    DealFact,
    DealParty,
    Fact,
    IndicatorFact,
    IssuanceFact,
    Rank,
)
from newsextract.model.mentions import MENTION_TYPES, AnyMention, Mention, MentionType, Span
from newsextract.model.page import SCHEMA_VERSION, Article, Block, Entity, ExtractorInfo, Page, Source, page_schema

__all__ = [
    "MENTION_TYPES",
    "SCHEMA_VERSION",
    "AnyFact",
    "AnyMention",
    "AppointmentFact",
    "Article",
    "AssignmentFact",
    "Block",
    "Change",
    "DealFact",
    "DealParty",
    "Entity",
    "ExtractorInfo",
    "Fact",
    "IndicatorFact",
    "IssuanceFact",
    "Mention",
    "MentionType",
    "Page",
    "Rank",
    "Source",
    "Span",
    "page_schema",
]
