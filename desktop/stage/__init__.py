"""The stage: a show, what the audience sees of it, and what the presenter sees."""
