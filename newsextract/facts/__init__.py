"""Facts: what the settled mentions of a sentence say together."""
