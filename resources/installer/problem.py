"""What stops a build."""


class Problem(Exception):
    """Said to whoever builds, without a traceback."""
