"""Named products, platforms, programmes, projects."""
