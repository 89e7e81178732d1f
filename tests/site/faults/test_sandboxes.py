"""Each permission that a sandbox may give the embedded quiz, alone."""

import pytest

from tests.site.embedding import Embed
from tests.site.test_bad_days import FLAGS, asks_and_goes_on_in_a_sandbox

pytestmark = [pytest.mark.built, pytest.mark.browser]


@pytest.mark.parametrize("flag", FLAGS)
def test_a_sandbox_with_one_permission_asks_and_goes_on(
    embed: Embed, site_url: str, flag: str
) -> None:
    asks_and_goes_on_in_a_sandbox(embed, site_url, (flag,))
