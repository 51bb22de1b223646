"""The library's own version, which every evaluation carries."""

from typing import Final

VERSION: Final = "0.1.0"
