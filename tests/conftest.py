"""Settings of the test tools that pyproject.toml has no place for."""

from hypothesis import settings

settings.register_profile("compactctl", deadline=None)  # how long an example takes says more of the machine than of us
settings.load_profile("compactctl")
