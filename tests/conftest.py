"""What several tests need: the measuring material beside the project, where it is present."""

from pathlib import Path

import pytest

pytest.register_assert_rewrite("markup")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages and gold; the test is skipped where it is absent."""
    folder = next((p / "shared" for p in ROOT.parents if (p / "shared" / "gold").is_dir()), None)
    if folder is None:
        pytest.skip("../shared is not here: real pages and their gold are not part of the project")
    return folder
