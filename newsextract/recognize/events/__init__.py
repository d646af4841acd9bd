"""Named meetings, contests, fairs, campaign days."""
