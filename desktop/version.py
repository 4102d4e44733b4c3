"""The version of the app, as it was installed."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version


def version() -> str:
    """Empty where it runs from a checkout."""
    try:
        return installed_version("zonebrief")
    except PackageNotFoundError:
        return ""
